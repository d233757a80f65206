interface DeclarationOptions {
  addRelativeDeclarationExtensions?: boolean
}

/** What @nuxt/module-builder hands on to unbuild. */
export default {
  hooks: {
    'mkdist:entry:options': (_context: unknown, _entry: unknown, options: DeclarationOptions) => {
      // Our imports have their extension already; a second one leads the declarations nowhere.
      options.addRelativeDeclarationExtensions = false
    },
  },
}
