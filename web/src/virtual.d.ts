/** Made by build/sample.ts. */
declare module 'virtual:sample' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: as Vite gives the address of an asset
  export default address;
}
