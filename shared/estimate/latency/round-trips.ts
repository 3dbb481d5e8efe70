import { countryOfCloudRegion } from '../../design/area.ts'

/** A round trip between two places, in milliseconds, with what we do not know about its median (P10 and P90). */
export interface RoundTrip {
  readonly ms: number
  readonly low: number
  readonly high: number
  /** Slow ones: p95 over the median. */
  readonly tail: number
  readonly source: string
  readonly confidence: 'A' | 'B' | 'C'
}

/**
 * Between two zones of one region. Measured between AWS zones (xkyle.com, best of 50 pings): 0.25 to 3.37 ms over all
 * pairs of zones; the middle is ours.
 */
export const betweenZones: RoundTrip = {
  ms: 1,
  low: 0.25,
  high: 3.37,
  tail: 2,
  source: 'AWS zones, best of 50 pings: 0.25-3.37 ms (xkyle.com); the middle is assumed',
  confidence: 'B',
}

/**
 * Milliseconds a round trip of 100 km of great circle takes: light in fibre needs 1.0 there and back, and cables take
 * detours of about 1.4. Against pings of a client in the east of the United States (Ohio 28, Ireland 99, Frankfurt 112,
 * Tokyo 182, Sydney 253 ms, confidence C), which have about 20 ms of last mile in them, this gives 9, 77, 93, 153, 220.
 */
const msPer100Km = 1.4
const msPer100KmAtBest = 1.05
/** Pings above were this much longer. */
const lastMileMs = 20
/** Inside a metropolitan area, between two clouds or two regions of one country with one known place. */
const nearbyMs = 2

const source = 'worked out from the distance: 1.4 ms per 100 km, checked on public pings from US East'

/**
 * The round trip between two cloud regions, by the distance of their places. Undefined for one region and for a region
 * that is not known here: nothing is added then.
 */
export function roundTripBetween(one: string, other: string): RoundTrip | undefined {
  const from = placeOf(one)
  const to = placeOf(other)
  if (!from || !to || normal(one) === normal(other)) return undefined
  const hundredsOfKm = distanceKm(from, to) / 100
  return {
    ms: Math.max(nearbyMs, hundredsOfKm * msPer100Km),
    low: Math.max(nearbyMs / 4, hundredsOfKm * msPer100KmAtBest),
    high: hundredsOfKm * msPer100Km + lastMileMs,
    tail: 1.3,
    source,
    confidence: 'C',
  }
}

type Place = readonly [latitude: number, longitude: number]

function placeOf(region: string): Place | undefined {
  const name = normal(region)
  const country = countryOfCloudRegion(name)
  return placesOfRegions[name] ?? (country === undefined ? undefined : placesOfCountries[country])
}

function normal(region: string): string {
  return region.trim().toLowerCase()
}

const earthRadiusKm = 6371

/** Along the great circle (haversine). */
function distanceKm([latitude, longitude]: Place, [otherLatitude, otherLongitude]: Place): number {
  const radians = Math.PI / 180
  const north = Math.sin(((otherLatitude - latitude) * radians) / 2) ** 2
  const east = Math.sin(((otherLongitude - longitude) * radians) / 2) ** 2
  const part = north + Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * east
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** Where the cloud regions of a country stand, to a degree: the city that vendors name, or the first of several. */
const placesOfCountries: Readonly<Record<string, Place>> = {
  AE: [25, 55],
  AT: [48, 16],
  AU: [-34, 151],
  BE: [50, 4],
  BH: [26, 51],
  BR: [-24, -47],
  CA: [46, -74],
  CH: [47, 9],
  CL: [-33, -71],
  CN: [40, 116],
  DE: [50, 9],
  DK: [56, 12],
  ES: [40, -4],
  FI: [61, 27],
  FR: [49, 2],
  GB: [52, 0],
  HK: [22, 114],
  ID: [-6, 107],
  IE: [53, -6],
  IL: [32, 35],
  IN: [19, 73],
  IT: [45, 9],
  JP: [36, 140],
  KR: [37, 127],
  MX: [21, -100],
  MY: [3, 102],
  NL: [52, 5],
  NO: [60, 11],
  NZ: [-37, 175],
  PL: [52, 21],
  QA: [25, 51],
  SA: [26, 50],
  SE: [59, 18],
  SG: [1, 104],
  TH: [14, 101],
  TW: [25, 121],
  US: [39, -78],
  ZA: [-34, 18],
}

/** Regions far from that place. */
const placesOfRegions: Readonly<Record<string, Place>> = {
  'us-east-1': [39, -77],
  'us-east-2': [40, -83],
  'us-west-1': [37, -122],
  'us-west-2': [46, -119],
  'us-gov-east-1': [40, -83],
  'us-gov-west-1': [46, -119],
  'us-central1': [41, -96],
  'us-east1': [33, -80],
  'us-east4': [39, -77],
  'us-east5': [40, -83],
  'us-south1': [33, -97],
  'us-west1': [46, -121],
  'us-west2': [34, -118],
  'us-west3': [41, -112],
  'us-west4': [36, -115],
  eastus: [37, -79],
  eastus2: [37, -78],
  centralus: [42, -94],
  northcentralus: [42, -88],
  southcentralus: [29, -98],
  westcentralus: [41, -105],
  westus: [37, -122],
  westus2: [47, -120],
  westus3: [33, -112],
  usgovarizona: [33, -112],
  usgovtexas: [29, -98],
  'ca-west-1': [51, -114],
  'ap-southeast-4': [-38, 145],
  australiasoutheast: [-38, 145],
  australiacentral: [-35, 149],
  australiacentral2: [-35, 149],
  'ap-south-2': [17, 78],
  'asia-south2': [29, 77],
  southindia: [13, 80],
  'ap-northeast-3': [35, 135],
  'asia-northeast2': [35, 135],
  japanwest: [35, 135],
  'cn-northwest-1': [38, 106],
  chinaeast: [31, 121],
  chinaeast2: [31, 121],
  chinaeast3: [31, 121],
  francesouth: [43, 5],
  germanynorth: [53, 10],
  'europe-west10': [53, 13],
  norwaywest: [59, 6],
  ukwest: [51, -3],
  southafricanorth: [-26, 28],
  'africa-south1': [-26, 28],
}
