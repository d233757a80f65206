// @ts-check
/**
 * A regular expression for source files of a package.
 *
 * @param {string} name of the package's folder
 * @param {readonly string[]} files as in a layer
 */
export function sourceFiles(name, files) {
  const alternatives = files.map((file) => (file.endsWith('/') ? file : `${file}\\.ts$`))
  return `^packages/${name}/src/(${alternatives.join('|')})`
}
