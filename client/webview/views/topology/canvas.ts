import type { Size } from './zoom.ts';

/** Pixels of the screen for one of the page. */
export const pixelRatio = (): number => window.devicePixelRatio || 1;

/** As many pixels as `size` covers, and nothing on them; what is drawn is measured in the page's pixels. */
export function clearedBrush(canvas: HTMLCanvasElement, size: Size): CanvasRenderingContext2D | undefined {
  const ratio = pixelRatio();
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const brush = canvas.getContext('2d');
  if (brush === null) return undefined;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.clearRect(0, 0, size.width, size.height);
  return brush;
}
