#include "engine/gateway/tls_out.h"

#include "engine/base/check.h"

#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>

#include <limits>
#include <memory>

namespace qob {

namespace {

using boost::system::error_code;

// What a BIO of ours holds.
struct Records {
    std::string bytes;
    std::size_t sent = 0;
};

Records& recordsOf(BIO* bio)
{
    return *static_cast<Records*>(BIO_get_data(bio));
}

int create(BIO* bio)
{
    BIO_set_data(bio, new Records); // NOLINT(cppcoreguidelines-owning-memory): destroy() has it
    BIO_set_init(bio, 1);
    return 1;
}

int destroy(BIO* bio)
{
    delete static_cast<Records*>(BIO_get_data(bio)); // NOLINT(cppcoreguidelines-owning-memory)
    BIO_set_data(bio, nullptr);
    return 1;
}

int append(BIO* bio, char const* data, std::size_t size, std::size_t* written)
{
    recordsOf(bio).bytes.append(data, size);
    *written = size;
    return 1;
}

long control(BIO* /*bio*/, int command, long /*number*/, void* /*pointer*/)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

BIO_METHOD const* recordsMethod()
{
    static const std::unique_ptr<BIO_METHOD, decltype(&BIO_meth_free)> method = [] {
        BIO_METHOD* const made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "records");
        CHECK(made != nullptr);
        BIO_meth_set_create(made, create);
        BIO_meth_set_destroy(made, destroy);
        BIO_meth_set_write_ex(made, append);
        BIO_meth_set_ctrl(made, control);
        return std::unique_ptr<BIO_METHOD, decltype(&BIO_meth_free)>(made, BIO_meth_free);
    }();
    return method.get();
}

} // namespace

TlsOut::TlsOut(TlsStream& stream) : m_stream(stream), m_records(BIO_new(recordsMethod()))
{
    CHECK(m_records != nullptr);
}

TlsOut::~TlsOut()
{
    BIO_free(m_records);
}

void TlsOut::takeOver()
{
    m_ours = true;
    BIO_up_ref(m_records); // one is the stream's
    SSL_set0_wbio(m_stream.native_handle(), m_records);
    error_code ignored; // of a socket that is closed already: writing says so
    beast::get_lowest_layer(m_stream).socket().non_blocking(true, ignored);
}

error_code TlsOut::encrypt(std::string_view plain)
{
    if (!m_ours) {
        return asio::error::operation_aborted;
    }
    constexpr std::size_t most = std::numeric_limits<int>::max();
    ERR_clear_error();
    while (!plain.empty()) {
        int const size = static_cast<int>(std::min(plain.size(), most));
        int const taken = SSL_write(m_stream.native_handle(), plain.data(), size);
        if (taken <= 0) {
            auto const code = ERR_get_error();
            return code != 0 ? error_code(static_cast<int>(code), asio::error::get_ssl_category())
                             : error_code(asio::error::connection_aborted);
        }
        plain.remove_prefix(static_cast<std::size_t>(taken));
    }
    return {};
}

error_code TlsOut::send()
{
    constexpr std::size_t kept = 4096; // thousands of connections are quiet most of the time
    Records& records = recordsOf(m_records);
    auto& socket = beast::get_lowest_layer(m_stream).socket();
    while (records.sent < records.bytes.size()) {
        error_code error;
        auto const rest = asio::buffer(records.bytes) + records.sent;
        records.sent += socket.write_some(rest, error);
        if (error == asio::error::would_block || error == asio::error::interrupted) {
            return {};
        }
        if (error) {
            return error;
        }
    }
    records.sent = 0;
    records.bytes.clear();
    if (records.bytes.capacity() > kept) {
        std::string().swap(records.bytes);
    }
    return {};
}

bool TlsOut::waits() const
{
    return !recordsOf(m_records).bytes.empty();
}

void TlsOut::giveBack()
{
    if (m_ours) {
        m_ours = false;
        SSL* const tls = m_stream.native_handle();
        BIO* const original = SSL_get_rbio(tls); // both ways were one
        BIO_up_ref(original);
        SSL_set0_wbio(tls, original);
        recordsOf(m_records) = {};
    }
}

} // namespace qob
