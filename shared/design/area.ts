import { countries, economicAreaMembers, unionMembers } from './cloud-regions.ts'

/**
 * Whether what runs in a region satisfies one of the places that a requirement lists. A place is a region by its name, a
 * country (code or English name), the EU or the EEA; so is a region. Undefined when that cannot be told: a region or a
 * place that is not known here, or a wide region ("eu") against a country in it.
 */
export function isWithin(region: string, places: readonly string[]): boolean | undefined {
  const wanted = places.map(normal)
  if (wanted.includes(normal(region))) return true
  const found = codeOf(region)
  if (found === undefined) return undefined
  const codes = wanted.map(codeOf)
  if (codes.some((code) => code !== undefined && areasAround(found).includes(code))) return true
  const isPerhaps = codes.some((code) => code === undefined || areasAround(code).includes(found))
  return isPerhaps ? undefined : false
}

/** 'DE' for "eu-central-1", "Germany" or "de"; 'EU' and 'EEA' for themselves; undefined for what is not known. */
function codeOf(place: string): string | undefined {
  return codes.get(normal(place))
}

/** The code itself and the wider areas that it certainly lies in: Germany in the EU, the EU in the EEA. */
function areasAround(code: string): readonly string[] {
  if (code === 'EU' || unionMembers.includes(code)) return [code, 'EU', 'EEA']
  return code === 'EEA' || economicAreaMembers.includes(code) ? [code, 'EEA'] : [code]
}

function normal(place: string): string {
  return place.trim().toLowerCase()
}

const codes: ReadonlyMap<string, string> = new Map([
  ...countries.flatMap(([code, name, regions]) =>
    [code, name, ...regions.split(' ')].filter((each) => each !== '').map((each) => [normal(each), code] as const),
  ),
  ['eu', 'EU'],
  ['european union', 'EU'],
  ['eea', 'EEA'],
  ['european economic area', 'EEA'],
  ['uk', 'GB'],
  ['usa', 'US'],
])

/** Country (ISO 3166-1) of a public region of AWS, Azure or Google Cloud; undefined for any other word, "EU" or "office". */
export function countryOfCloudRegion(region: string): string | undefined {
  return regionCountries.get(normal(region))
}

const regionCountries: ReadonlyMap<string, string> = new Map(
  countries.flatMap(([code, , regions]) =>
    regions
      .split(' ')
      .filter((each) => each !== '')
      .map((each) => [normal(each), code] as const),
  ),
)
