/**
 * The gateway library reports its use to its vendor over the internet unless this variable is set before it is constructed. A
 * ministry's network neither has that way out nor wants it.
 */
export function keepVendorTelemetryOff(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}
