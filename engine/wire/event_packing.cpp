#include "engine/wire/event_packing.h"

#include "engine/base/check.h"

#include <zstd.h>

#include <string>

namespace qob {

namespace {

enum class Packing : unsigned char { Plain, Alone, AfterLast };

constexpr std::size_t leastPacked = 200; // shorter ones are not worth it
constexpr int level = 2;                 // the dictionary does the work

} // namespace

struct PackingTables::Impl {
    ZSTD_CCtx* in = ZSTD_createCCtx();
    ZSTD_DCtx* out = ZSTD_createDCtx();
};

PackingTables::PackingTables() : m_impl(std::make_unique<Impl>())
{
    CHECK(m_impl->in != nullptr && m_impl->out != nullptr);
    ZSTD_CCtx_setParameter(m_impl->in, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_impl->in, ZSTD_c_checksumFlag, 0); // TLS has one
}

PackingTables::~PackingTables()
{
    ZSTD_freeCCtx(m_impl->in);
    ZSTD_freeDCtx(m_impl->out);
}

std::vector<std::byte> EventPacker::pack(std::vector<std::byte> plain)
{
    std::vector<std::byte> packed;
    auto how = Packing::Plain;
    if (plain.size() >= leastPacked) {
        auto* const context = m_tables.m_impl->in;
        how = m_before.empty() ? Packing::Alone : Packing::AfterLast;
        ZSTD_CCtx_refPrefix(context, m_before.data(), m_before.size()); // for this one message
        packed.resize(1 + ZSTD_compressBound(plain.size()));
        auto const size =
            ZSTD_compress2(context, packed.data() + 1, packed.size() - 1, plain.data(), plain.size());
        CHECK(ZSTD_isError(size) == 0); // there is room for whatever it may be
        packed.resize(1 + size);
    } else {
        packed.resize(1);
        packed.insert(packed.end(), plain.begin(), plain.end());
    }
    packed.front() = static_cast<std::byte>(how);
    m_before = std::move(plain);
    if (m_before.size() > mostRemembered) {
        m_before = {};
    }
    return packed;
}

Expected<std::span<std::byte const>> EventUnpacker::unpack(std::span<std::byte const> packed)
{
    auto const malformed = [&] {
        return fail(
            ErrorCode::FrameMalformed, std::to_string(packed.size()) + " bytes that are no packed event"
        );
    };
    if (packed.empty() || packed.front() > static_cast<std::byte>(Packing::AfterLast)) {
        return malformed();
    }
    auto const how = static_cast<Packing>(packed.front());
    auto const rest = packed.subspan(1);
    // What was unpacked last is the dictionary of this one.
    std::swap(m_before, m_plain);
    if (m_before.size() > mostRemembered) {
        m_before = {};
    }
    if (how == Packing::Plain) {
        m_plain.assign(rest.begin(), rest.end());
        return std::span<std::byte const>(m_plain);
    }
    auto const size = ZSTD_getFrameContentSize(rest.data(), rest.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > mostEventBytes) {
        return malformed();
    }
    m_plain.resize(size);
    auto* const context = m_tables.m_impl->out;
    bool const after = how == Packing::AfterLast;
    ZSTD_DCtx_refPrefix(context, after ? m_before.data() : nullptr, after ? m_before.size() : 0);
    auto const got = ZSTD_decompressDCtx(context, m_plain.data(), m_plain.size(), rest.data(), rest.size());
    if (ZSTD_isError(got) != 0 || got != size) {
        m_plain.clear();
        return malformed();
    }
    return std::span<std::byte const>(m_plain);
}

} // namespace qob
