/**
 * Bundles programs to run in Node as they are built for use, but to be called without a host or a test runner around them.
 * @param {string} root folder of the sources
 * @param {string} outDir where the bundle goes; emptied before
 * @param {Readonly<Record<string, string>>} input files by the names of what is made of them
 * @param {readonly string[]} packages those that are bundled as well, and not loaded from `node_modules`
 * @returns {Promise<string>} `outDir`
 */
export async function bundleForNode(root, outDir, input, packages = []) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: [...packages] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return outDir;
}
