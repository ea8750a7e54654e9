import { parseYaml } from '../text/yaml-file.ts';
import type { DatasetFormat } from './format.ts';
import { findRowList } from './row-list.ts';

/** YAML: a list of mappings, or a mapping that holds it. */
export const yaml: DatasetFormat = {
  id: 'yaml',
  title: 'YAML (*.yml, *.yaml)',
  recognises: (path) => /\.ya?ml$/i.test(path),
  parse: (file) => {
    const document = parseYaml(file);
    const { key, list } = findRowList(document.value, document.where([]));
    return list.map((values, index) => ({ values, where: document.where(key === null ? [index] : [key, index]) }));
  },
};
