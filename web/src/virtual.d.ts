/** Made by build/sample.ts. */
declare module 'virtual:sample' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: as Vite gives the address of an asset
  export default address;
}

/** Made by build/openapi.ts. */
declare module 'virtual:openapi' {
  const document: import('./pages/docs/document').Document;
  // biome-ignore lint/style/noDefaultExport: as modules of data are
  export default document;
}
