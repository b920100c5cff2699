/** The letters of Noto Sans and Noto Sans Mono; `npm run fonts` writes this file (build/font-widths.js). Numbers have base 36. */

/** Code points, from and to. */
export const letterRanges: readonly (readonly [number, number])[] = [
  [32, 126],
  [160, 383],
  [402, 402],
  [416, 417],
  [431, 432],
  [536, 539],
  [900, 906],
  [908, 908],
  [910, 929],
  [931, 974],
  [1024, 1119],
  [1168, 1169],
  [7838, 7838],
  [7840, 7929],
  [8192, 8202],
  [8208, 8213],
  [8216, 8226],
  [8230, 8230],
  [8239, 8240],
  [8242, 8243],
  [8249, 8250],
  [8364, 8364],
  [8372, 8372],
  [8381, 8381],
  [8470, 8470],
  [8482, 8482],
];

/** Advances in thousandths of an em, two digits per letter. */
export const regularAdvances =
  '787hbchyfwn3kc698c8cfbfw7g8y7gacfwfwfwfwfwfwfwfwfwfw7g7gfwfwfwc2ozhri2hkkafgefk8kl9f7lh7ekp7l4lpgtlphaf9fgkbgopugafqfw95ac95fwcc7tflh3dch3fo9kh3h67676eu76pzh6gth3h3bhdba1h6e4luepe6d2akfbakfw787hfwfwfwfwfbe9g4n49xe5fw00n4dwbwfw9q9q7thbi77g699qage5kplflpc2hrhrhrhrhrhrohhkfgfgfgfg9f9f9f9fkal4lplplplplpfwlpkbkbkbkbfqgthjflflflflflflo0dcfofofofo76767676gth6gtgtgtgtgtfwgth6h6h6h6e6h3e6hrflhrflhrflhkdchkdchkdchkdckah3kah5fgfofgfofgfofgfofgfok8h3k8h3k8h3k8h3klh6klh69f769f769f769f769f76h0ec7l76h7eueuek76ek76ek76ek7gek76l4h6l4h6l4h6j4l4h6lpgtlpgtlpgtpsqahabhhabhhabhf9dbf9dbf9dbf9dbfga1fga1fga1kbh6kbh6kbh6kbh6kbh6kbh6pulufqe6fqfwd2fwd2fwd292bilsh4loiqf9dbfga16ii0jo7gk0p5ejovlond98hri2dvhrfgfwkllp9fh7gxp7l4hclpkbgtfwfgfqnfgamtjx9ffqhbd2gw98gmhbh1ecgcd2csgwgi98euefheecdmgti5godjh2dmgmk5giktm798gmgtgmm7fgfgjwe5hrf97w7w7ls2sjjvhdl0h4kbhqh2i2e5k9fgp5g1l0l0hdjep7knl5kdgthsfgh4mpgckkipsrsij1nlgvhzrrhqfgglfoc6gvfbl3dkh9h9ergblch2gigugwdpcxe5khe7h0gdouoxhbl3f5dqm7g1fbfbh7c6dpd0767676nvoqh9erh9e5guesc4jphrflhrflhrflhrflhrflhrflhrflhrflhrflhrflhrflhrflfgfofgfofgfofgfofgfofgfofgfofgfo9f769f76lpgtlpgtlpgtlpgtlpgtlpgtlpgtlsh4lsh4lsh4lsh4lsh4kbh6kbh6loiqloiqloiqloiqloiqfqe6fqe6fqe6fqe6dwrsdwrs996y4nfw7g4m2s8y8yfwdwrsrs4v4v6y4v9z9zbk9ze8e8aglz4mwp6gbc8m8mfwf9g6sclh';
export const boldAdvances =
  '787udbhyfwp2ku7e9f9ff2fw7x8w7tbjfwfwfwfwfwfwfwfwfwfw7t7xfwfwfwd9oyj8ihhukcfkf9k4l9at97igfjq7mllzh9lzi8fbg1l0i2qvimheg397bj97fwbfa5gnhkechkglarhki28b8ah88ar3i2hdhkhkcfdyc2i2fvnsg2fvdpayfbayfw787yfwfwfsfwfbdighn4alh2fw00n4dwbsfwajaka5i5i07t7bakaqh2n2oanhd9j8j8j8j8j8j8qghufkfkfkfkatatatatkcmdlzlzlzlzlzfwlzl0l0l0l0hehgjkgngngngngngnphecglglglgl8b8b8b8bhfi2hdhdhdhdhdfwh7i2i2i2i2fvhkfvj8gnj8gnj8gnhuechuechuechueckchkkchxfkglfkglfkglfkgffkglk4hkk4hkk4hkk4hkl9i2lai9at8bat8bat8bat8bat8bk2gy978aich8h8fj8afj8afj8afja9fp8hmdi2mdi2mdi2ljmli2lzhdlzhdlzhdr1r6i8cfi8cfi8cffbdyfbdyfbdyfbdyg1c2g1c2g1c2l0i2l0i2l0i2l0i2l0i2l0i2qvnyhefvheg3dpg3dpg3dpanedmtixoll1fbdyg1c282lym47tlsrhhtqyowq1b5j8ihepinfkg3l9lzaticikq8mdhelzkzh9g3g1hep4imogl1athei8e2hvb5hpi8hjfngxe0dhhvh2b5h8fyiofnelhdkoh6e9i7f5hpmmhan4o3b5hphdhpobflfll9fni3f78z9797sqtjlmj0lzhxlaj8i1iefnlkflrpghlzlzj9kdq7lelll6hbhxg1hxp2ijlkjztntukypkhxi8s9ixgkhcgkd7hpg8o2ebiqiqh4hbn9i8h9i2hneke1fvmig1i2hpqhqiinnqgfeknngtg8g8i5dcekdu8k8b8aoxpqi5h4iqfvi2g2e8l7j8gnj8gnj8gnj8gnj8gnj8gnj8gnj8gnj8gnj8gnj8gnj8gnfkglfkglfkglfkglfkglfkglfkglfkglat8bat8blzhdlzhdlzhdlzhdlzhdlzhdlzhdmtixmtixmtixmtixmtixl0i2l0i2oll1oll1oll1oll1oll1hefvhefvhefvhefvdwrsdwrs996y4nfw7t4m2s8w8wg1dwrsrs61617y61cdcde9cde9efagnr4mzk8feka5a5fwfwgosklh';

/** The row of each letter in the kerning, as a pair's first letter, and its column, as the second one. */
export const kerningRows =
  '0000010000000201030000000405040000000000000000000000060000000000000708090a0b0c000000000d0e00000a0f0a0g000h0i0j0j0d0k0l030000000m000n0o0p000o0q000n000000000n0n0o0o000r000p000s0s0t0s0003000000000u0000000000000000000v0000000000000000000000000000000w0000000x0707070707070b090b0b0b0b000000000a000a0a0a0a0a000a0i0i0i0i0k0f000n0n0n0n0n0n0o000o0o0o0o00000y0y0o000o0o0o0o0o000o000000000s0o0s070n070n0z0n09000900090009000a100a000b0o0b0o0b0o0b0o0b0o0000000000000000000n00000011000y000012000000000000000d000t0e000e000e130e000e00000n000n00000n000n0a0o0a0o0a0o0b0o000r000r000r00000000000000000h0p0h140h0p0i000i000i000i000i000i000j0s0k0s0k0l000l000l0000001516171800000h0p190819000000001a1b001c19081d19001e001a001f190000001a00001e1g1b1a001b00001b1h1i1j1c1k1h1l1m1n1i1o1j1p1c001q1r1m1s1n1i1n001t1u1k1n1v1k1n1c1k1n1k1n1w1w1x1y1z2000000021211x220023002425261y271w22260000220000002800291z2a232b222c00002c2d00212e28002f2g2h2i2j2k2l2h2m2m2l2m2m2m2k2m2k2n2i2o2k2l2p2m2m2p2q2m2r2k2k2m2k2k2s2t2n2u002v2w2r2r2x2l2m2o2m2y2z00070n070n070n070n070n070n070n070n070n070n070n070n0b0o0b0o0b0o0b0o0b0o0b0o0b0o0b0o000000000a0o0a0o0a0o0a0o0a0o0a0o0a0o151615161516151615160i000i00171817181718171817180k0s0k0s0k0s0k0s0000000000000000000000000000050505010104000101040000000000000000000v0w0000000000';
export const kerningColumns =
  '00010200000003020004000005060500000000000000000000000707000000080009000a0000000a000b0c000000000a000a00000d0e0f0f0g0h0i0000040000000j0k0l0l0l0m0n0k0o0p0k0q0r0r0l0r0l0r0s0t0r0u0u0u0u0v0000040000000000000000000000000w000x000000000000000000000000000y000000000909090909090z0a000000000000000000000a0a0a0a0a000a0e0e0e0e0h00000l0j0j0j0j0j0j0l0l0l0l0l0000000000000l0l0l0l0l000l0r0r0r0r0u0k0u090j090j090j0a0l0a0l0a0l0a0l000l000l000l000l000l000l000l0a0n0a0n0a0n0a0n000k00100011000000000000000000000000000k0r000k000k000k000k0000000r000r000000000r0a0l0a0l0a0l0a0l000r000r0000000s0000000s00000d0t0d0t0d0t0e0r0e0r0e0r0e0r0e0r0e0r0f0u0h0u0h0i0v0i0v0i0v00000a0l0e0r000s0d0t12001200000000131400151200001200160013000012000000130000161714131814000014191a00151b191c1d191a1e001f151c1g1c1d1h191i1c19191j1b191k1b19151b191b1900001l001m1n00001o1p001l00001q001r0000001s001t1u0000001p00001m00001m1l1q1v1t001w00001l00001u001x1y1z20202122232420202025202022202022262722232028202026202024202922222a20222b002c2d25202a20202720002e00090j090j090j090j090j090j090j090j090j090j090j090j000l000l000l000l000l000l000l000l000000000a0l0a0l0a0l0a0l0a0l0a0l0a0l0a0l0a0l0a0l0a0l0a0l0e0r0e0r0e0r0e0r0e0r0e0r0e0r0h000h0u0h0u0h0u00000000000000000000000000000606062f0205002f02050000000005000000000w0y0000000000';
/** What is added to a pair's advance: of both faces, or of regular/bold. */
export const kerningValues =
  '-10 -10/-4 -100/-106 -100/-94 -120 -130 -15 -160 -20 -20/-8 -25 -25/-10 -25/-19 -30 -30/-12 -30/-18 -30/-36 -33 -35 -35/-29 -40 -40/-34 -40/-37 -45 -5 -5/-2 -50 -60 -60/-72 -70 -80 -90 -90/-78 0/-1 0/-2 0/-6 0/24 0/7 10 10/16 100 110 110/140 120/163 130/118 20 25 30 30/42 40 50 50/105 50/117 60 70 70/131 70/93 70/94 90 90/114 90/133 90/145 95';
/** By row, what stands in each column: a value (A is the first), or as many zeros as the decimal number says. */
export const kerning =
  ' 9^3n1n1g1U1\\1N3NN6_1w^1gN1n1\\\\NN1\\2\\3n3Nn^\\n1A2U2^2n[pn2p1p 13\\1I1N 12{12r34i6N17v 10[2^I\\1\\21[\\2^13[2v1I4U_9U1\\ 13U29U13U4I2A9A2I 57O7B1BB11B 2^7I1s^1U1\\ 5A 10I21II 5U3I3N1AIAA 12v 4n\\2nI 10I21I 2_7I2IAI1N 3A1F3[6I1A13I2N 32A 3I1\\U1n^I2n5_1^1^3[\\1IU\\nN 5I3A 5[2nUA8I1I1A3AA3N1A 3N1\\2n\\I8[1[1[3NU2I_1N 10A21I 12 2A 2A27IA 2n 2v1rI16c1b1f 2r2H13I1I1A 2r2U2n 21I 12sI1A1N 13N1A1N22N2N13N5A 13\\1NI_22_2\\I12\\4I2I2I 12iU1N1U 4s 2^7I1j^1U1\\ 1ut1~3}11p5p9w50y 4s28m3m 12s 1ut1~3}11p5p6p2w50y 1x|1l3k78z 9I1n1v1wsv 20n1r3n2rs 9NAn1w1wsv1N1I1I 20n1s3n2ss 2^36I\\2^ 5U32I1A1ANI 5\\26_1N3\\I1N3[[NN1[2[ 2r2I39IIA1III1IIII 5_U25\\1N3^I1[1n1^^[[I^1I^2I 32I6A 32I6I 5\\U25\\nN3^I1[1n1^^[[I^1I^2I 2r2I27A11AIA1YIA1IAAA 2n42A 2A46Y4A 2A46I2N1AAI 2A46I2I3I 2r2U39A6A 2A46I2I1AAI 2n42KA8A 46A5I 2r2I39A3I1I1AAI[ 2r2I39AIA1YIA1IAAA 2n38A3A1I 2r2U27I11II3I2I 2r2I39II3I2I 2r42NIA4R 60s 2^30[23[4I5N9III6N 2n2[UN26N22nI2K1^K2S2UINUUAANAJNU1I 32II24I8N12I 5I61A 2`2A51\\4I5N6I2II1I5\\ 2n3AA24I25I8UA1AI2I3AAI 2n2^IA24[1I23UI1a1EC2N1Q[UAD]NI[2I[sN 2^31A22^I1s1P4S\\5A3NIN6U 75A3A 4L70A4GA 5p27r26{p2r2AK4p3pApI4w 5U51I3AUIAIA6A1G1A3A 5FAA24I1A26\\I[\\I1A2K2[A2U3A 2n2[UN25nN22nI2K1^K2S2UINUUAANAJNU1I 2A1OU1A49S1A1MNSNUN2A3K1G1G3A 5p54{p2r2AK4p3pApI4w 2`2A27\\23\\4I5N6I2II1I5\\ 5U27A23I3AUIAIA6A1G1A3A 2A54U4V12I2AA 2d54I4WA1A3I3A1I2ANAA 4B52N4A2A3A5I2AA 2p2UI54I1NNA7UA2N9r 2A2n27n23N2in2p3G4n3oG1N4v 2d54U4WA1I3I3A1I2ANAA 6A50AG3A4GA1I3I5IA5p 57N24Z 2n30A23I16A6A 2n2U55I1INA4A2[N2[3N5r 2A2n51N2in2p3G4n3oG1N4v 2_4A25\\23\\4IA1A1A^I5I2\\XUI5N 2_4A49\\4IA1A1A^I5I2\\XUI5N 2A54U2r17N[5n 2p2UI54IeNNA7UA2N4e1e2r 57I4N6A11I 2p30h23n24q1h 33n26p24n 2A54U2r17N[ 5\\U25\\1N22nI2U1^[2T2^2\\1II1UU[5[ 5[I56N6A2UA2N';
