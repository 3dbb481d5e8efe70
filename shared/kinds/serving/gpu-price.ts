import type { InputNode } from '../formula/formula.ts'
import type { FieldReader, PriceLookup } from '../kind.ts'
import { defaultGpu, sellers } from './serving-fields.ts'

/**
 * USD per GPU and hour: as somebody stated it, else the book's price of the GPU at the seller, on demand or spot. Spot
 * without a seller takes the cheapest that the book has; a price that is not in the book comes back as missing.
 */
export function gpuPrice(settings: FieldReader, prices: PriceLookup): InputNode {
  if (settings.number('usdPerGpuHour') !== undefined) return settings.input('usdPerGpuHour')
  const gpu = `gpu/${settings.text('gpu') ?? defaultGpu}`
  const seller = settings.text('seller') ?? 'any'
  const isSpot = settings.text('purchase') === 'spot'
  if (!isSpot) return prices.find('gpu.hour', seller === 'any' ? gpu : `${gpu}@${seller}`)
  if (seller !== 'any') return prices.find('gpu.hour-spot', `${gpu}@${seller}`)
  const found = sellers.map((each) => prices.find('gpu.hour-spot', `${gpu}@${each}`)).filter((price) => !price.missing)
  return found.toSorted((a, b) => a.value - b.value)[0] ?? prices.find('gpu.hour-spot', gpu)
}
