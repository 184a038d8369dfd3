// SPDX-License-Identifier: Apache-2.0

/// Keys that GnuPG 2.2.40 made on 1 January 2026, and their signatures of "a release" and a line break.
enum OpenPGPFixture {
  /// RSA with 2048 bits.
  static let rsaKey = """
    -----BEGIN PGP PUBLIC KEY BLOCK-----

    mQENBGlVuQABCADLbyaYr+XNOcB7RKJnez8Gr5tS9ZQzHiNwBnlxqb2+dLWLD5bi
    aL0qbb3URbDj5MNR2Cv/7mTJWW1eh47l3dY33HDNK3tlD4GCBB0aezRkA07F+866
    3gfZJxRjOWzd/d3BmWlCEIY8x05xGIlpHgpXWzuKiM5pRJbSWX+opNSJQHmmVJjp
    fILTo8rEzfDQcSqjShq9ZEiDPgjnrt62eM1xgpPoMVQIjhPMub8v+OHVgT5bNulQ
    Y8wVgjZapk0x54MrzR+8d7q+sSHuIXw66/BWAnm6S47Fa+bE1oXLI8jQ+4ZqEw4n
    +86uLEW556XPgoepHN2EJfkNRo2xajeZgbWjABEBAAG0F1JpdGEgPHJpdGFAZXhh
    bXBsZS5vcmc+iQFOBBMBCgA4FiEEl4TzKp9euVZ9HfAzUXde7tcYjOgFAmlVuQAC
    GwMFCwkIBwIGFQoJCAsCBBYCAwECHgECF4AACgkQUXde7tcYjOiBSQgAoSew/DQs
    Qnly2vsFLnKcuXJfo2FOVYninjKJx9d9BGKRf9pvLXcdEJpIn8l6WVm0rQX/isn/
    g5uLQ2EYXKnDIYHqWZepF6C6WbFjSspyFuIeJd8qX5JPkrgTdID14J8ZbNxoPwLA
    UqN+suhleZu8VMwUQ7mw5s8sPJeAXnJXYpVd/eF1y7QhohwMD8JYEXsI3KTgkLhG
    iUlMQbs6e7D/cLbaofp6QevR5vwkcixovxFN/VXainO/OvNvFsobXM9zdG71XG0r
    oiDLTqg8wUlsnW8doTKDu29cXpAQTGHeJvvFavhcGC64WzS5bfpey7kMbdxyfZYj
    L1qfRNRzR3YtwA==
    =LR9H
    -----END PGP PUBLIC KEY BLOCK-----
    """
  static let rsa = """
    -----BEGIN PGP SIGNATURE-----

    iQFFBAABCgAvFiEEl4TzKp9euVZ9HfAzUXde7tcYjOgFAmlVuQARHHJpdGFAZXhh
    bXBsZS5vcmcACgkQUXde7tcYjOiqRwf/bt29XcLsNRByCDw1JrfnS594G7097cmB
    LTt2Q0wwvGMBjWrLfbei4eYb8Ov+2HBHCF7EouOeJ15iMyzxOHfUgYas1TYfp/+E
    lVT7tmtiEUkfun7eAK6DBUWTdaHYSEIWDPnweT4Oce11s78fX8Gqgae03A7SxAul
    poTJdvkStsz9k8PhqUWUxdbjMxsS7OjaPGPLKjiCcB93m4gkoB7KuVnqR5/kMBtY
    45AH7VNIDMvMNhHSA5kKn0FeE6Y+kPtO2/qs+OAfVPDe42AdA/0F1crYKH//WiDO
    bevggkKdzP647XoUOaZeEtnxWLCt2kiMv4iUecG3jV9pCKbYKjonHQ==
    =pKTS
    -----END PGP SIGNATURE-----
    """
  /// By SHA-384.
  static let rsa384 = """
    -----BEGIN PGP SIGNATURE-----

    iQFFBAABCQAvFiEEl4TzKp9euVZ9HfAzUXde7tcYjOgFAmlVuQARHHJpdGFAZXhh
    bXBsZS5vcmcACgkQUXde7tcYjOgCKwf9HRvAKZyfPQmNdkvWWhlYThF3OjY2A/vr
    bHpCwIjaFlPWWiLkVA+sgUHTcPBrdC54SBYsQ/Np7Dbqy5UWcAStC4kPj1UIShHK
    mUAAM5w0D9e3OGAeSVbfzuk+kX0pnE1zemwOo2nQ1HdlEJEU2hRHZIAtYh5EPdJ7
    gf2E51+mRJEXaKgVStCtxzFDK04CxFSwA0hXPUmcQf0HFy8sqIg1CKtuZPqcaOks
    KO8ehUehqLPTgxAToaaQ5R48pVueCXk3TiBhtL/1mhj0tEEvH9k/VZspTvW8+2gA
    wLB8otYr+toOE4PKlKZmzZuNFXpH3IUNT+Jiw8zdUl5B2JRorkRAVw==
    =hhwK
    -----END PGP SIGNATURE-----
    """
  /// Of a text, whose line breaks count as one.
  static let rsaOfText = """
    -----BEGIN PGP SIGNATURE-----

    iQFFBAEBCgAvFiEEl4TzKp9euVZ9HfAzUXde7tcYjOgFAmlVuQARHHJpdGFAZXhh
    bXBsZS5vcmcACgkQUXde7tcYjOgREAgAmx+ItjEAOYfRMZs5cAhOE1kkmrg/Dyq2
    wXutOVu4/Kv+mNX4Ii9i/LQ9DLFJSZXc83HMDvPMx7lfBLJWfyLeTSwEVvSYPFlh
    NFy9++G5AaeK9FuuBVEbAVMCcG3BQL3vW4bfkM8SQeIS6NlVgUV5z3VqarYgFgJk
    kngM/BAZMxErM7rvGQprGg3YWndWnGOgsDBxuA+tWjoxo4V+ZG5iy5mK6oWterFN
    hhtuO3/QK14MPMwj5CkNIADxgsiC4ngKGaT2RAqC7K413LzEeQJw7lgx6+1mfD0g
    jVCL8GU/Mq+ZGZBsSj5Ic0Xn/gOY7JpowG2+G3YbfAJHlJvbrYHoTA==
    =1TIo
    -----END PGP SIGNATURE-----
    """
  /// That says that it ends after a year.
  static let rsaThatEnds = """
    -----BEGIN PGP SIGNATURE-----

    iQFLBAABCgA1FiEEl4TzKp9euVZ9HfAzUXde7tcYjOgFAmlVuQAFgwHhM4ARHHJp
    dGFAZXhhbXBsZS5vcmcACgkQUXde7tcYjOgIQQf9FDaYuClwrS8VNb9Bd35NvYV1
    n24p8kSjtq3JSDv7lCDGBwB4rSiR9Zk1B86LH9UTwR8d5zwqNymwew/GnqTC8217
    dGwFISKLG3yz/mvVMq0uxmGjT1XjhLtToKfvfNEqymEJHok5Bg05Hd+bdegtRH47
    9jYv7nH2yBuYX6fzUjLJwy3rCk4MrHKsDj9HHXh95H4m3ChLVvLnCj40GKMNiG9T
    BAWXnJh3/xe3LGVB6wAPdGtQ9FwVdqSWy5ooc30CEklMw4DuuD5jI4H0BuXHSwHD
    lDf3wdvA5qg/P1Le1kqQ/ANBgYIrHPODkCV9keW4xlj/I2tCn253vPNWImf62g==
    =pGQh
    -----END PGP SIGNATURE-----
    """
  /// Ed25519: a primary key that only certifies, a subkey that signs and one that encrypts.
  static let subkeyKey = """
    -----BEGIN PGP PUBLIC KEY BLOCK-----

    mDMEaVW5ABYJKwYBBAHaRw8BAQdAeZMNuxZtZjAgkNRyiedd74PFGhVolw3MopC1
    ++9vmBe0F0VkZGEgPGVkZGFAZXhhbXBsZS5vcmc+iJAEExYIADgWIQTq4bf0UYHp
    +4XE2B3pv/OSLER/PQUCaVW5AAIbAQULCQgHAgYVCgkICwIEFgIDAQIeAQIXgAAK
    CRDpv/OSLER/PbHFAQCsTMl1AwS7GuR6b8FhW5whXPiMCTZumlrvfsnt7z/vrwD/
    UWlAHs2C/C0lf5rH/Qmt9TotFnzYsKu/9YO1AvUswwu4MwRpVbkAFgkrBgEEAdpH
    DwEBB0BzsYYnYcDzPEUrqkw1wrFSklW7MvdkM94Fa84Ly2KlJojvBBgWCAAgFiEE
    6uG39FGB6fuFxNgd6b/zkixEfz0FAmlVuQACGwIAgQkQ6b/zkixEfz12IAQZFggA
    HRYhBDFca7wsZIns3/+4VKc8Wl+2tp2TBQJpVbkAAAoJEKc8Wl+2tp2TaZEBAIiq
    fotBz+D9hejWEYL8sqZf7yzGlRw24A3798Zohdd8AQDZ1v+EPLG4pR/kfhfJN4Tw
    d8SvBLQ5mh1iUD5s81mbBa/WAQDl1M9LmX/qo2kTZ8CzkOYmQIuY+5ALle1bg61n
    YekSmQEAosjh0eD7KYbmqDj9qzK9gxcTWuQHwfRttLgJQDFfvAS4OARpVbkAEgor
    BgEEAZdVAQUBAQdA6UqsEbvBoMWVxl94FHSb33XhRKAt4dZXpMz06LpqPSgDAQgH
    iHgEGBYIACAWIQTq4bf0UYHp+4XE2B3pv/OSLER/PQUCaVW5AAIbDAAKCRDpv/OS
    LER/PZeGAQCohLZymR2ZQIRN6SgrWH/kHTKgq7lqDhpKYt5Qon8jzgEAjCw4PWSw
    uKNtFRAIMni4Ac/kcn/4tIYCKN8vI4Mtmgo=
    =wWbs
    -----END PGP PUBLIC KEY BLOCK-----
    """
  static let subkey = """
    -----BEGIN PGP SIGNATURE-----

    iIcEABYIAC8WIQQxXGu8LGSJ7N//uFSnPFpftradkwUCaVW5ABEcZWRkYUBleGFt
    cGxlLm9yZwAKCRCnPFpftradk0sUAP92kiu6J2uOttXXeWXxTWJFLuxSUJ+mszv8
    W9gQeJwCFQEA5KHhBrigkHRRqe6M2tKRbZefTgSz43AUfyN7KhQwzgA=
    =8DeW
    -----END PGP SIGNATURE-----
    """
  /// P-256.
  static let p256Key = """
    -----BEGIN PGP PUBLIC KEY BLOCK-----

    mFIEaVW5ABMIKoZIzj0DAQcCAwTrekGaXjPQ+dLa5wQbS0ahpx+5ZmwIS07OKlP6
    bm67XAe2qce+2bWZhMCrg4gwThDr0SLub3sHd56P6NuqaZDWtBdOaW5hIDxuaW5h
    QGV4YW1wbGUub3JnPoiQBBMTCAA4FiEENNHe8itLAx+ifhZr8OTyvsAtD+YFAmlV
    uQACGwMFCwkIBwIGFQoJCAsCBBYCAwECHgECF4AACgkQ8OTyvsAtD+b7VwEA395x
    j+Qt2LmWDxHel18nq5hjwclqqrKFrvPwws6q2KUBAJag9TW75z1TvM/ZbWMWqfBq
    g9R1pmlpM/z/Z/wMGQWU
    =dCu8
    -----END PGP PUBLIC KEY BLOCK-----
    """
  static let p256 = """
    -----BEGIN PGP SIGNATURE-----

    iIcEABMIAC8WIQQ00d7yK0sDH6J+Fmvw5PK+wC0P5gUCaVW5ABEcbmluYUBleGFt
    cGxlLm9yZwAKCRDw5PK+wC0P5swQAP9w4cArxDLNJPoznZXoCUz7LMnwTE9UMRGP
    j1Mm1o8SdwD/df/MxSWMNfm7LWCUzEcD+NuVzTMyqSFe520/BSbY02k=
    =38gg
    -----END PGP SIGNATURE-----
    """
  /// Ed25519, for a year.
  static let yearKey = """
    -----BEGIN PGP PUBLIC KEY BLOCK-----

    mDMEaVW5ABYJKwYBBAHaRw8BAQdALQ1SIKhhb+m4bL1SgpXzjKo5Db1r1gL+/qxe
    ioMGHn+0F09kZWQgPG9kZWRAZXhhbXBsZS5vcmc+iJYEExYIAD4WIQRr1s2dsCW+
    HV5FDj83nvIBNuD3CAUCaVW5AAIbAwUJAeEzgAULCQgHAgYVCgkICwIEFgIDAQIe
    AQIXgAAKCRA3nvIBNuD3CDUeAPoDF2IzHJqpKYryDig+fJs4dcyXmZqqlm7aE8CR
    ebLwEAEAoY+XvZKEL8GTZQ6wvsRGsxqfQdx2R2xcr0BysAKwuwY=
    =0LLA
    -----END PGP PUBLIC KEY BLOCK-----
    """
  static let year = """
    -----BEGIN PGP SIGNATURE-----

    iIcEABYIAC8WIQRr1s2dsCW+HV5FDj83nvIBNuD3CAUCaVW5ABEcb2RlZEBleGFt
    cGxlLm9yZwAKCRA3nvIBNuD3CFFbAP4zQFim5ciH4B4RdgmCSIp+MUT7riji5mzW
    wHIhN+UibQD/Sr6ZwWCLpRRLqcObuIQ/qrb3KRit3jggp+HatbkkRgA=
    =Ly2F
    -----END PGP SIGNATURE-----
    """
  /// After that year.
  static let yearLate = """
    -----BEGIN PGP SIGNATURE-----

    iIcEABYIAC8WIQRr1s2dsCW+HV5FDj83nvIBNuD3CAUCbRggABEcb2RlZEBleGFt
    cGxlLm9yZwAKCRA3nvIBNuD3CKziAQCuUzOjOmo2OirybADrWzUL3gGhVRXJOT7/
    RsCFXR+LiwD+K49/JV6aFkk1WdrOnqjUw5veTevnXUwKAnPRAf/zLAs=
    =xExB
    -----END PGP SIGNATURE-----
    """
}
