/** A place on the internet that answers on the web's port, by which a firewall is told from no network. */
export interface Landmark {
  readonly host: string;
  readonly port: number;
  /** Where it answers plain web requests; 80 when left out. */
  readonly webPort?: number;
}

/** Discovery asks this host anyway (Thunderbird's database of providers), so nobody new learns of us. */
export const LANDMARK: Landmark = { host: 'autoconfig.thunderbird.net', port: 443 };
