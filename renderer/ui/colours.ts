/** A colour token's present value, such as `rgb(79, 70, 229)`: for painting on a canvas, which knows no CSS variables. */
export function readColour(token: `--${string}`): string {
  const probe = document.createElement('span')
  probe.style.display = 'none'
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
