#include "tests/support/capture_files.h"

#include "engine/base/check.h"
#include "engine/base/json_writer.h"

#include <lzma.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace qob::test {

namespace {

std::string levelsJson(Texts levels)
{
    std::string json = "[";
    for (auto const& [price, qty] : levels) {
        json += std::string(json.size() > 1 ? "," : "") + "[\"" + price + "\",\"" + qty + "\"]";
    }
    return json + "]";
}

} // namespace

TemporaryFolder::TemporaryFolder()
{
    std::string name = (std::filesystem::temp_directory_path() / "qob-test-XXXXXX").string();
    CHECK(mkdtemp(name.data()) != nullptr);
    m_path = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string TemporaryFolder::write(std::string const& name, std::string_view bytes) const
{
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
}

std::string gzipped(std::string_view bytes)
{
    z_stream stream{};
    constexpr int gzipFormat = 16 + MAX_WBITS;
    CHECK(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string xzipped(std::string_view bytes)
{
    std::string out(lzma_stream_buffer_bound(bytes.size()), '\0');
    std::size_t size = 0;
    auto const* const in = reinterpret_cast<std::uint8_t const*>(bytes.data());
    auto* const to = reinterpret_cast<std::uint8_t*>(out.data());
    CHECK(
        lzma_easy_buffer_encode(1, LZMA_CHECK_CRC32, nullptr, in, bytes.size(), to, &size, out.size()) ==
        LZMA_OK
    );
    out.resize(size);
    return out;
}

std::string readFile(std::string const& path)
{
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::string fixture(std::string const& name)
{
    return std::string(QOB_FIXTURES) + "/" + name;
}

std::string captureFolder()
{
    char const* const set = std::getenv("QOB_CAPTURES");
    const std::string folder = set == nullptr ? QOB_DEFAULT_CAPTURES : set;
    return std::filesystem::is_directory(folder) ? folder : "";
}

std::string binanceDelta(
    std::uint64_t first,
    std::uint64_t last,
    std::uint64_t previous,
    Texts bids,
    Texts asks,
    char const* symbol
)
{
    std::string name(symbol);
    std::string json = R"({"stream":"test@depth","data":{"e":"depthUpdate","E":900,"s":")" + name + "\"";
    json += ",\"U\":" + std::to_string(first) + ",\"u\":" + std::to_string(last);
    json += previous == 0 ? "" : ",\"pu\":" + std::to_string(previous);
    return json + ",\"b\":" + levelsJson(bids) + ",\"a\":" + levelsJson(asks) + "}}";
}

std::string binanceSnapshot(std::uint64_t last, Texts bids, Texts asks)
{
    return "{\"lastUpdateId\":" + std::to_string(last) + ",\"bids\":" + levelsJson(bids) +
           ",\"asks\":" + levelsJson(asks) + "}";
}

std::string binanceTrade(std::uint64_t id, char const* price, char const* qty, bool buyerIsMaker)
{
    return R"({"stream":"test@trade","data":{"e":"trade","E":900,"s":"BTCUSDT","t":)" + std::to_string(id) +
           ",\"p\":\"" + price + "\",\"q\":\"" + qty + R"(","T":899,"m":)" +
           (buyerIsMaker ? "true" : "false") + ",\"M\":true}}";
}

std::string captureLines(std::vector<std::string> const& messages, std::int64_t start)
{
    std::string lines;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        auto const time = milliseconds(start + static_cast<std::int64_t>(i)).value;
        lines += std::to_string(time) + " " + messages[i] + "\n";
    }
    return lines;
}

std::string
captureObject(double seconds, std::string_view kind, std::string_view url, std::string_view payload)
{
    JsonWriter json;
    json.beginObject().key("t").real(seconds).key("k").string(kind).key("conn").string("ws.1");
    if (!url.empty()) {
        json.key("url").string(url);
    }
    if (!payload.empty()) {
        json.key("enc").string("text").key("d").string(payload);
    }
    json.endObject();
    return json.text() + "\n";
}

std::string HeardMarket::noticeText() const
{
    std::string text;
    for (auto const& notice : notices) {
        text += notice.text + "\n";
    }
    return text;
}

} // namespace qob::test
