import { erlangC } from '../capacity/queueing.ts'

/**
 * Share of M/M/c calls whose wait and service together exceed `seconds`:
 * (1 - C) e^(-mu t) + C (d e^(-mu t) - mu e^(-d t)) / (d - mu), d = c mu - lambda.
 */
function responseTail(servers: number, arrivals: number, serviceRate: number, seconds: number): number {
  const waiting = erlangC(servers, arrivals / serviceRate)
  const free = servers * serviceRate - arrivals
  const served = Math.exp(-serviceRate * seconds)
  const both =
    Math.abs(free - serviceRate) < 1e-9 * serviceRate
      ? served * (1 + serviceRate * seconds)
      : (free * served - serviceRate * Math.exp(-free * seconds)) / (free - serviceRate)
  return (1 - waiting) * served + waiting * both
}

/** The response time that this share of M/M/c calls does not exceed, in seconds, by bisection. */
export function responsePercentile(servers: number, arrivals: number, serviceRate: number, share: number): number {
  let low = 0
  let high = 1 / serviceRate
  while (responseTail(servers, arrivals, serviceRate, high) > 1 - share) high *= 2
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2
    if (responseTail(servers, arrivals, serviceRate, middle) > 1 - share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
