/** What draws on this machine. */

const SOFTWARE_RENDERER = /swiftshader|llvmpipe|software|basic render/i;

/** The renderer as WebGL names it; `none` without WebGL 2. */
export function graphicsRenderer(): string {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  const name = gl?.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name ?? 'none');
}

export function isSoftware(renderer: string): boolean {
  return SOFTWARE_RENDERER.test(renderer);
}
