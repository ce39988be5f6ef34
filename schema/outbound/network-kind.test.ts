import fc from 'fast-check';
import { isNetwork, isWithin, networkKind } from './network-kind';

describe('networkKind', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['2606:4700::1111', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['169.254.169.254', 'linkLocal'],
    ['fe80::1', 'linkLocal'],
    ['febf::1', 'linkLocal'],
    ['10.0.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd00:ec2::254', 'uniqueLocal'],
    ['224.0.0.1', 'multicast'],
    ['ff02::1', 'multicast'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['255.255.255.255', 'reserved'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:a9fe:a9fe', 'linkLocal'],
    ['0:0:0:0:0:ffff:10.0.0.1', 'private'],
    ['::ffff:8.8.8.8', 'public'],
    ['64:ff9b::7f00:1', 'reserved'],
    ['2002:7f00:1::', 'reserved'],
    ['2001:0:1::', 'reserved'],
    ['::127.0.0.1', 'reserved'],
    ['fe80::1%eth0', 'reserved'],
    ['localhost', 'reserved'],
    ['', 'reserved'],
  ])('%s is %s', (ip, kind) => {
    expect(networkKind(ip)).toBe(kind);
  });

  it('says of an IPv4 address the same in every IPv6 spelling that maps it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const [a = 0, b = 0, c = 0, d = 0] = ip.split('.').map(Number);
        const words = [(a << 8) | b, (c << 8) | d].map((word) => word.toString(16)).join(':');
        expect([networkKind(`::ffff:${ip}`), networkKind(`0:0::ffff:${words}`)]).toEqual([
          networkKind(ip),
          networkKind(ip),
        ]);
      }),
    );
  });
});

describe('networks', () => {
  it.each([
    ['10.20.0.0/16', true],
    ['fd00::/64', true],
    ['10.20.0.0/33', false],
    ['10.20.0.0', false],
    ['10.20/16', false],
    ['fd00::/129', false],
    ['fe80::%eth0/10', false],
    ['data.example/16', false],
  ])('%s is one: %s', (text, is) => {
    expect(isNetwork(text)).toBe(is);
  });

  it('hold addresses of their own family, mapped ones too', () => {
    expect(isWithin('10.20.1.1', ['10.20.0.0/16'])).toBe(true);
    expect(isWithin('::ffff:10.20.1.1', ['10.20.0.0/16'])).toBe(true);
    expect(isWithin('10.21.1.1', ['10.20.0.0/16'])).toBe(false);
    expect(isWithin('::1', ['10.20.0.0/16', 'fd00::/64'])).toBe(false);
    expect(isWithin('fd00::5', ['fd00::/64'])).toBe(true);
  });
});
