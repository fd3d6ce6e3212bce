#include "tests/support/test_certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace qob::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key makeKey()
{
    return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

void extend(X509* certificate, int nid, std::string const& value)
{
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate makeCertificate(char const* name, long serial, EVP_PKEY* key)
{
    Certificate made(X509_new(), &X509_free);
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial);
    constexpr long day = 86'400;
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), day);
    X509_set_pubkey(made.get(), key);
    X509_NAME_add_entry_by_txt(
        X509_get_subject_name(made.get()),
        "CN",
        MBSTRING_ASC,
        reinterpret_cast<unsigned char const*>(name),
        -1,
        -1,
        0
    );
    return made;
}

template <class Write>
std::string pem(Write write)
{
    BIO* bio = BIO_new(BIO_s_mem());
    write(bio);
    char* data = nullptr;
    auto const size = BIO_get_mem_data(bio, &data);
    std::string text(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return text;
}

} // namespace

TestCertificates TestCertificates::make(std::vector<std::string> const& hosts)
{
    const Key authorityKey = makeKey();
    const Certificate authority = makeCertificate("qob test authority", 1, authorityKey.get());
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    extend(authority.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(authority.get(), authorityKey.get(), EVP_sha256());

    const Key key = makeKey();
    const Certificate certificate = makeCertificate("qob test venue", 2, key.get());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(authority.get()));
    std::string names;
    for (std::string const& host : hosts) {
        names += (names.empty() ? "DNS:" : ",DNS:") + host;
    }
    extend(certificate.get(), NID_subject_alt_name, names);
    X509_sign(certificate.get(), authorityKey.get(), EVP_sha256());

    return {
        pem([&](BIO* bio) { PEM_write_bio_X509(bio, authority.get()); }),
        pem([&](BIO* bio) { PEM_write_bio_X509(bio, certificate.get()); }),
        pem([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); }
        )};
}

} // namespace qob::test
