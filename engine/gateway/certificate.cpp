#include "engine/gateway/certificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

namespace qob {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using X509Pointer = std::unique_ptr<X509, decltype(&X509_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

bool extend(X509* certificate, int nid, std::string const& value)
{
    X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str());
    bool const added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool isAddress(std::string const& name)
{
    return name.find_first_not_of("0123456789.:abcdefABCDEF") == std::string::npos &&
           name.find_first_of(".:") != std::string::npos;
}

bool setSerial(X509* certificate)
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        return false;
    }
    bytes.front() &= 0x7fU; // positive
    BIGNUM* const number = BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr);
    bool const set = BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return set;
}

bool setTimes(X509* certificate, Timestamp now)
{
    constexpr std::int64_t day = 86'400;
    constexpr std::int64_t lifeDays = 730;
    auto const begin = static_cast<time_t>(now.value / seconds(1).value - day); // clocks differ
    return ASN1_TIME_set(X509_getm_notBefore(certificate), begin) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), begin + day * (lifeDays + 1)) != nullptr;
}

template <class Write>
std::string pemText(Write write)
{
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    if (bio == nullptr || write(bio.get()) != 1) {
        return {};
    }
    char* data = nullptr;
    auto const size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace

Expected<Certificate> makeCertificate(std::vector<std::string> const& names, Timestamp now)
{
    const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const X509Pointer certificate(X509_new(), &X509_free);
    if (key == nullptr || certificate == nullptr) {
        return fail(ErrorCode::CryptoFailed, "the certificate's key");
    }
    X509* const x509 = certificate.get();
    X509_set_version(x509, X509_VERSION_3);
    constexpr std::string_view common = "qob";
    X509_NAME_add_entry_by_txt(
        X509_get_subject_name(x509),
        "CN",
        MBSTRING_ASC,
        reinterpret_cast<unsigned char const*>(common.data()),
        static_cast<int>(common.size()),
        -1,
        0
    );
    X509_set_issuer_name(x509, X509_get_subject_name(x509));
    std::string alternatives;
    for (std::string const& name : names) {
        alternatives +=
            (alternatives.empty() ? "" : ",") + std::string(isAddress(name) ? "IP:" : "DNS:") + name;
    }
    bool const made = setSerial(x509) && setTimes(x509, now) && X509_set_pubkey(x509, key.get()) == 1 &&
                      extend(x509, NID_basic_constraints, "critical,CA:FALSE") &&
                      extend(x509, NID_key_usage, "critical,digitalSignature") &&
                      extend(x509, NID_ext_key_usage, "serverAuth") &&
                      extend(x509, NID_subject_alt_name, alternatives) &&
                      X509_sign(x509, key.get(), EVP_sha256()) != 0;
    if (!made) {
        return fail(ErrorCode::CryptoFailed, "the certificate for " + alternatives);
    }
    return Certificate{
        pemText([&](BIO* bio) { return PEM_write_bio_X509(bio, x509); }), pemText([&](BIO* bio) {
            return PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        })};
}

Expected<std::string> fingerprint(std::string const& chain)
{
    const Bio bio(BIO_new_mem_buf(chain.data(), static_cast<int>(chain.size())), &BIO_free);
    const X509Pointer certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), &X509_free);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (certificate == nullptr || X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1) {
        return fail(ErrorCode::NetTls, "this is no certificate in PEM");
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (unsigned i = 0; i < size; ++i) {
        text += i == 0 ? "" : ":";
        text += digits[digest[i] >> 4U];
        text += digits[digest[i] & 15U];
    }
    return text;
}

} // namespace qob
