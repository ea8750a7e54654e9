/** The version of Prompt Assay; a test holds it to package.json's. */
export const toolVersion = '0.1.0';
