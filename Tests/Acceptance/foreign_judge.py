#!/usr/bin/env python3
"""What pyHanko and rfc3161-client say of our signatures, time-stamps and queries; the tests of Zegel ask it.

    foreign_judge.py signature --trust CA [--crl LISTS] [--content FILE] SIGNATURE
    foreign_judge.py token     --trust CA [--crl LISTS] --content FILE TOKEN
    foreign_judge.py reply     --trust CA --query QUERY --content FILE RESPONSE
    foreign_judge.py query     --content FILE [--plain] OUT

`.ci/packages test` puts both into .build/foreign; run it with the Python there. A signature is CAdES (CMS in DER), detached where --content
names what was signed. `query` has rfc3161-client write a query; --plain is one without nonce and certificate. Exit status 0: it holds; 1: it
does not, and the last line says why.
"""

import argparse
import asyncio
import hashlib
import sys

import cryptography.x509
import rfc3161_client
from asn1crypto import cms, crl, pem, x509
from pyhanko.sign.validation import settings
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms, cms_basic_validation, validate_tst_signed_data
from pyhanko.sign.validation.status import StandardCMSSignatureStatus, TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext


def read(path):
    with open(path, "rb") as file:
        return file.read()


def documents(path, kind):
    return [kind.load(der) for _, _, der in pem.unarmor(read(path), multiple=True)] if path else []


def context(options, moment=None):
    """Trusts what issued itself; the rest of the file only helps to build a chain. With lists every certificate must be on none."""
    certificates = documents(options.trust, x509.Certificate)
    return ValidationContext(
        trust_roots=[each for each in certificates if each.self_issued],
        other_certs=[each for each in certificates if not each.self_issued],
        crls=documents(options.crl, crl.CertificateList),
        revocation_mode="hard-fail" if options.crl else "soft-fail",
        allow_fetching=False,
        moment=moment,
    )


def signed_data(der):
    info = cms.ContentInfo.load(der, strict=True)
    assert info["content_type"].native == "signed_data", "no SignedData"
    return info["content"]


def hold(status, what):
    print(f"{what}: {status.summary()}, {status.signing_cert.subject.human_friendly}")
    assert status.intact and status.valid and status.trusted, f"pyHanko: intact {status.intact}, valid {status.valid}, trusted {status.trusted}"


def signature(options):
    data = signed_data(read(options.file))
    attributes = {each["type"].native for each in data["signer_infos"][0]["signed_attrs"]}
    assert "signing_certificate_v2" in attributes, "not CAdES: no signing-certificate-v2"
    usage = settings.KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})
    if options.content:
        status = asyncio.run(
            async_validate_detached_cms(read(options.content), data, signer_validation_context=context(options), key_usage_settings=usage)
        )
    else:
        found = asyncio.run(cms_basic_validation(data, validation_context=context(options), key_usage_settings=usage))
        status = StandardCMSSignatureStatus(**found)
    hold(status, "signature")


def token(options):
    der, content = read(options.file), read(options.content)
    digest = lambda name: hashlib.new(name, content).digest()  # noqa: E731
    status = TimestampSignatureStatus(**asyncio.run(validate_tst_signed_data(signed_data(der), context(options), digest)))
    hold(status, f"time-stamp of {status.timestamp.isoformat()}")
    # rfc3161-client takes whole responses: this one says granted and nothing else.
    body = bytes.fromhex("3003020100") + der
    length = len(body).to_bytes(3, "big").lstrip(b"\0")
    accept(options, bytes([0x30, 0x80 + len(length)]) + length + body, rfc3161_client.VerifierBuilder())


def reply(options):
    query = rfc3161_client._rust.parse_timestamp_request(read(options.query))
    assert query.message_imprint.message == hashlib.sha256(read(options.content)).digest(), "the query is over something else"
    accept(options, read(options.file), rfc3161_client.VerifierBuilder.from_request(query))


def accept(options, response, builder):
    for certificate in cryptography.x509.load_pem_x509_certificates(read(options.trust)):
        own = certificate.issuer == certificate.subject
        builder = builder.add_root_certificate(certificate) if own else builder.add_intermediate_certificate(certificate)
    answer = rfc3161_client.decode_timestamp_response(response)
    assert builder.build().verify_message(answer, read(options.content))
    print(f"rfc3161-client: {answer.tst_info.gen_time.isoformat()}, number {answer.tst_info.serial_number}")


def query(options):
    builder = rfc3161_client.TimestampRequestBuilder().data(read(options.content)).hash_algorithm(rfc3161_client.HashAlgorithm.SHA256)
    made = builder.nonce(nonce=not options.plain).cert_request(cert_request=not options.plain).build()
    with open(options.file, "wb") as file:
        file.write(made.as_bytes())


def main():
    options = argparse.ArgumentParser()
    options.add_argument("what", choices=["signature", "token", "reply", "query"])
    options.add_argument("file")
    for name in ("trust", "crl", "content", "query"):
        options.add_argument(f"--{name}")
    options.add_argument("--plain", action="store_true")
    options = options.parse_args()
    try:
        {"signature": signature, "token": token, "reply": reply, "query": query}[options.what](options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
