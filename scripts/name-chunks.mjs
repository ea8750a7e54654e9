// Names for the chunks of a bundle that stay the same from build to build. esbuild tells shared chunks apart by a hash of
// their content only, so that one changed line would rename nearly all of them.
import { dirname, relative, sep } from 'node:path';

/**
 * The lasting name of every chunk, by the path that esbuild gave it: a chunk behind an import() is named by the module it
 * stands for, a shared one by the first of our own modules in it (of the packages' where it has none of ours). A module is in
 * one chunk only, so that no two chunks get one name. outputs: as in esbuild's metafile.
 */
export function nameChunks(outputs) {
  const chunks = Object.entries(outputs).filter(([path]) => path.includes('/chunks/'));
  const names = new Map(chunks.map(([path, output]) => [path, `${dirname(path)}/${describe(output)}.js`]));
  const twice = [...names.values()].filter((name, index, all) => all.indexOf(name) !== index);
  if (twice.length > 0) throw new Error(`Several chunks would be named ${twice.join(', ')}: rename a module.`);
  return names;
}

function describe({ entryPoint, inputs }) {
  if (entryPoint !== undefined) return flatten(entryPoint);
  const modules = Object.keys(inputs).sort();
  return `shared.${flatten(modules.find((path) => path.startsWith('src/')) ?? modules[0])}`;
}

function flatten(module) {
  return module
    .replace(/^(src|.*node_modules)\//, '')
    .replace(/\.\w+$/, '')
    .replaceAll('/', '.');
}

/** Gives the files of a bundle, as [path, text], and the imports in them their lasting names. Throws where an old name is left. */
export function renameChunks(files, outputs) {
  const names = nameChunks(outputs);
  return files.map(([path, text]) => {
    const targets = outputs[path].imports.map((each) => each.path).filter((target) => names.has(target));
    const renamed = targets.reduce(
      (sum, target) => sum.replaceAll(`"${refer(path, target)}"`, `"${refer(path, names.get(target))}"`),
      text,
    );
    const left = [...names.keys()].find((name) => renamed.includes(name.split('/').at(-1)));
    if (left !== undefined) throw new Error(`${path} still names ${left}: its import is written in an unknown way.`);
    return [names.get(path) ?? path, renamed];
  });
}

function refer(from, to) {
  const path = relative(dirname(from), to).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
