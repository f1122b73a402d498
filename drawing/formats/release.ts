/** The version of modscope that draws, for records in files. A test holds it to package.json, which a page cannot read. */
export const release = '0.1.0';
