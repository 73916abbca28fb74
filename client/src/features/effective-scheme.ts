/** Documents of this scheme are made of the files: the language server must not take them for files. */
export const effectiveScheme = 'mqsc-effective';
