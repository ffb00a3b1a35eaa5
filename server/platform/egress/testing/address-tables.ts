/** Literal addresses that are not of the public internet, and ways to write IPv6 that embed one. */
export const privateAddresses = `
0.0.0.0 0.1.2.3 0.255.255.255 10.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1
127.0.0.53 127.1.2.3 127.255.255.255 168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.20.10.1
172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255
192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 224.0.0.251 239.255.255.250 240.0.0.1
250.1.2.3 255.255.255.254 255.255.255.255
:: ::1 ::2 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1
::ffff:7f00:1 ::ffff:c0a8:1 ::ffff:100.64.0.1 64:ff9b::1 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b::10.0.0.1
64:ff9b:1::1 64:ff9b:1::a00:1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:3::1 2001:4:112::1
2001:10::1 2001:20::1 2001:30::1 2001:db8::1 2001:db8:ffff::1 2002:7f00:1:: 2002:a00:1:: 2002:808:808::1
2620:4f:8000::1 3fff::1 3fff:fff::1 4000::1 5f00::1 8000::1 fc00::1 fd00::1 fd00:ec2::254 fd12:3456:789a::1 fe80::1
fe80::a9fe:a9fe fe81::1 febf::1 fec0::1 feff::1 ff00::1 ff02::1 ff02::fb ff05::2 ffff::1`
  .trim()
  .split(/\s+/);

export const publicAddresses = `
1.1.1.1 8.8.8.8 9.9.9.9 11.0.0.1 93.184.216.34 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1 169.253.255.255
172.15.255.255 172.32.0.1 191.255.255.255 192.167.255.255 192.169.0.1 198.17.255.255 198.20.0.1 223.255.255.254
::ffff:8.8.8.8 ::ffff:93.184.216.34 2001:4860:4860::8888 2606:4700:4700::1111 2a00:1450:4001:81b::200e 2620:fe::fe`
  .trim()
  .split(/\s+/);

/** Every way to write a private place that the URL standard reads as one, names, schemes, ports. */
export const refusedUrls = `
http://127.0.0.1/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0x7f.1/ http://0177.0.0.1/
http://0/ http://0x0/ http://00000000177.1/ http://127.0.0.1./ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/
http://%31%32%37.0.0.1/ http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
http://[::127.0.0.1]/ http://[fe80::1]/ http://[fd00:ec2::254]/ http://169.254.169.254/latest/meta-data/
http://2852039166/ http://0xa9fea9fe/ http://0251.0376.0251.0376/ http://localhost/ http://LOCALHOST/ http://localhost./
http://ｌｏｃａｌｈｏｓｔ/ http://a.localhost/ http://a.b.localhost./ http://metadata/ http://metadata.google.internal/
http://metadata.google.internal./ http://db.internal/ http://printer.local/ http://router.lan/ http://nas.home.arpa/
http://intranet/ http://host.localdomain/ http://hidden.onion/ http://example..com/ file:///etc/passwd
ftp://example.com/ gopher://example.com:70/ data:text/html,hi javascript:alert(1) blob:https://example.com/1
view-source:https://example.com/ chrome://version/ about:blank ws://example.com/ mailto:a@example.com
https://user:pw@example.com/ https://user@example.com/ https://:pw@example.com/ http://example.com:25/
http://example.com:22/ http://example.com:5432/ http://example.com:6379/ http://example.com:11211/
http://example.com:9200/ http://example.com:2375/ https://example.com:3306/ //example.com/ example.com http:// http://[/`
  .trim()
  .split(/\s+/);
