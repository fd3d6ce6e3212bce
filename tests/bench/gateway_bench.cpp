#include "tests/bench/gateway_load.h"
#include "tests/support/temporary_directory.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

// What a headless engine does under load from another process on the same machine: `gateway_bench PROGRAM
// [SCENARIO…]`, a JSON object a line.

namespace {

using namespace qob::bench;
using namespace std::chrono_literals;

void print(char const* scenario, std::string const& fields)
{
    std::printf("{\"scenario\":\"%s\",%s}\n", scenario, fields.c_str());
    std::fflush(stdout);
}

std::string field(char const* name, double value)
{
    char text[80];
    std::snprintf(text, sizeof text, "\"%s\":%.3f", name, value);
    return text;
}

// What is at `"name":"…"` of a JSON text.
std::string member(std::string const& json, std::string const& name)
{
    auto const at = json.find("\"" + name + "\":\"");
    return at == std::string::npos
               ? ""
               : json.substr(
                     at + name.size() + 4, json.find('"', at + name.size() + 4) - at - name.size() - 4
                 );
}

struct Bench {
    explicit Bench(std::string const& program, std::vector<std::string> const& settings = {})
        : server(program, directory.path(), settings)
    {
        load.port = server.port();
        while (ask(load, "GET", "/health").find("UP") == std::string::npos) {
            load.run(50ms);
        }
        load.token = member(
            ask(load, "POST", "/api/v1/auth/login", R"({"name":"bench","password":"a benchmark's password"})"
            ),
            "accessToken"
        );
    }

    qob::test::TemporaryDirectory directory;
    ServedEngine server;
    Load load;
};

std::shared_ptr<StreamCaller>
subscribe(Load& load, std::string const& names, StreamCaller::OnMessage onMessage = {})
{
    auto caller = std::make_shared<StreamCaller>(
        load, R"({"method":"SUBSCRIBE","params":[)" + names + R"(],"id":1})", std::move(onMessage)
    );
    caller->start();
    return caller;
}

// All at once would be more than a listening socket keeps waiting.
template <class Make>
std::vector<std::shared_ptr<StreamCaller>> openAll(Load& load, std::size_t count, Make make)
{
    std::vector<std::shared_ptr<StreamCaller>> all;
    while (all.size() < count) {
        auto const some = std::min(all.size() + 50, count);
        while (all.size() < some) {
            all.push_back(make());
        }
        load.run(30s, [&] {
            return all.back()->open() && all[all.size() - std::min<std::size_t>(all.size(), 40)]->open();
        });
    }
    load.run(60s, [&] {
        return std::all_of(all.begin(), all.end(), [](auto const& one) { return one->open(); });
    });
    return all;
}

void rest(std::string const& program)
{
    Bench bench(program);
    for (double const total : {10'000.0, 0.0}) {
        constexpr std::size_t connections = 50;
        Samples samples;
        std::vector<std::shared_ptr<HttpCaller>> callers;
        for (std::size_t i = 0; i < connections; ++i) {
            callers.push_back(std::make_shared<HttpCaller>(
                bench.load, "/api/v1/depth?symbol=BTC-USDT&limit=20", total / connections, samples
            ));
            callers.back()->start();
        }
        bench.load.run(2s); // handshakes
        Samples warm = std::exchange(samples, {});
        auto const begin = steadyUs();
        bench.load.run(5s);
        auto const took = static_cast<double>(steadyUs() - begin) / 1e6;
        for (auto const& caller : callers) {
            caller->stop();
        }
        auto const rate = static_cast<double>(samples.count()) / took;
        print(
            total > 0 ? "rest_paced" : "rest_flat_out",
            field("per_second", rate) + "," + field("p50_us", samples.quantile(0.5)) + "," +
                field("p99_us", samples.quantile(0.99))
        );
        bench.load.run(200ms);
    }
}

// The names of 24 books' streams.
std::string booksAt(std::string const& levels, std::string const& period)
{
    std::string names;
    for (auto const* symbol :
         {"BTC-USDT", "ETH-USDT", "SOL-USDT", "BNB-USDT", "XRP-USDT", "DOGE-USDT", "ADA-USDT", "LINK-USDT"}) {
        for (auto const* venue : {"SIM-A", "SIM-B", "SIM-C"}) {
            names += names.empty() ? "" : ",";
            names += '"' + levels + "@" + venue + ":" + symbol + "@" + period + '"';
        }
    }
    return names;
}

void streams(std::string const& program)
{
    Bench bench(program);
    auto clients = openAll(bench.load, 400, [&] { return subscribe(bench.load, booksAt("depth5", "16ms")); });
    auto const count = [&] {
        std::uint64_t sum = 0;
        for (auto const& client : clients) {
            sum += client->messages();
        }
        return sum;
    };
    bench.load.run(2s);
    auto const before = count();
    auto const begin = steadyUs();
    bench.load.run(5s);
    print(
        "stream_messages",
        field(
            "per_second",
            static_cast<double>(count() - before) * 1e6 / static_cast<double>(steadyUs() - begin)
        )
    );
}

// Receipt less what the server says was its time of sending; both clocks are the same.
void oneBook(std::string const& program)
{
    Bench bench(program);
    Samples* samples = nullptr;
    auto const onMessage = [&](std::string_view message) {
        auto const at = message.find("\"sentUs\":");
        if (at != std::string_view::npos && samples != nullptr) {
            auto const sent = std::strtoll(message.data() + at + 9, nullptr, 10);
            samples->add(static_cast<double>(wallUs() - sent));
        }
    };
    auto clients = openAll(bench.load, 1000, [&] {
        return subscribe(bench.load, "\"depth20@SIM-A:BTC-USDT@100ms\"", onMessage);
    });
    bench.load.run(2s);
    Samples all;
    samples = &all;
    bench.load.run(5s);
    print(
        "one_book_1000_clients",
        field("p50_us", all.quantile(0.5)) + "," + field("p99_us", all.quantile(0.99))
    );
    // Much more than all buffers on the way hold: every book whole, as often as there is.
    auto stalled =
        openAll(bench.load, 10, [&] { return subscribe(bench.load, booksAt("depth1000", "16ms")); });
    bench.load.run(500ms);
    for (auto const& client : stalled) {
        client->stall();
    }
    bench.load.run(5s);
    Samples others;
    samples = &others;
    auto const resident = bench.server.residentMib();
    bench.load.run(5s);
    print(
        "one_book_1_percent_stalled",
        field("p99_us", others.quantile(0.99)) + "," +
            field("ratio", others.quantile(0.99) / all.quantile(0.99)) + "," +
            field("grown_mib", bench.server.residentMib() - resident)
    );
    samples = nullptr;
}

void idle(std::string const& program)
{
    Bench bench(program);
    auto const before = bench.server.residentMib();
    auto clients = openAll(bench.load, 5000, [&] {
        auto caller = std::make_shared<StreamCaller>(bench.load, "", StreamCaller::OnMessage{});
        caller->start();
        return caller;
    });
    auto const open =
        std::count_if(clients.begin(), clients.end(), [](auto const& one) { return one->open(); });
    print(
        "idle_connections",
        field("open", static_cast<double>(open)) + "," + field("mib", bench.server.residentMib()) + "," +
            field("mib_before", before)
    );
    for (auto const& client : clients) {
        client->cut();
    }
    auto const begin = steadyUs();
    std::size_t inStep = 0;
    auto again = openAll(bench.load, 5000, [&] {
        return subscribe(
            bench.load,
            "\"depth20@SIM-A:BTC-USDT@1000ms\"",
            [&inStep, first = true](std::string_view message) mutable {
                if (first && message.find("\"snapshot\"") != std::string_view::npos) {
                    first = false;
                    ++inStep;
                }
            }
        );
    });
    bench.load.run(60s, [&] { return inStep == 5000; });
    print(
        "reconnect_5000",
        field("in_step", static_cast<double>(inStep)) + "," +
            field("seconds", static_cast<double>(steadyUs() - begin) / 1e6)
    );
    print("stop_with_5000", field("seconds", bench.server.stop()));
}

double fsyncUs(std::string const& directory, double share)
{
    Samples samples;
    int const file = ::open((directory + "/fsync").c_str(), O_CREAT | O_WRONLY, 0600);
    std::string const block(4096, 'x');
    for (int i = 0; i < 200; ++i) {
        auto const begin = steadyUs();
        static_cast<void>(!::pwrite(file, block.data(), block.size(), 0));
        fdatasync(file);
        samples.add(static_cast<double>(steadyUs() - begin));
    }
    ::close(file);
    return samples.quantile(share);
}

// One after the other, each sent when the one before was acknowledged and a millisecond has passed.
void orders(std::string const& program, char const* acknowledge)
{
    Bench bench(program, {std::string("serve.acknowledge=") + acknowledge});
    Samples samples;
    std::int64_t sent = 0;
    bool waiting = false;
    auto caller = std::make_shared<StreamCaller>(bench.load, "", [&](std::string_view message) {
        if (message.find("\"error\"") != std::string_view::npos) {
            std::fprintf(stderr, "%.*s\n", static_cast<int>(message.size()), message.data());
            std::exit(1);
        }
        if (message.find("\"id\":") != std::string_view::npos) {
            samples.add(static_cast<double>(steadyUs() - sent));
            waiting = false;
        }
    });
    caller->start();
    bench.load.run(5s, [&] { return caller->open(); });
    for (int i = 0; i < 2000; ++i) {
        sent = steadyUs();
        waiting = true;
        caller->send(
            R"({"method":"order.place","id":1,"params":{"symbol":"SIM-A:BTC-USDT","side":"BUY","ordType":"LIMIT","orderQty":"0.0001","price":"50000","answer":"ACCEPTED","clOrdId":"b)" +
            std::to_string(i) + "\"}}"
        );
        bench.load.io.restart();
        while (waiting && steadyUs() - sent < 5'000'000) {
            bench.load.io.run_one_for(100ms);
        }
        bench.load.io.restart();
        bench.load.io.run_for(1ms);
    }
    print(
        acknowledge[0] == 'm' ? "order_ack_matched" : "order_ack_durable",
        field("p50_us", samples.quantile(0.5)) + "," + field("p99_us", samples.quantile(0.99)) + "," +
            field("fsync_p50_us", fsyncUs(bench.directory.path(), 0.5)) + "," +
            field("fsync_p99_us", fsyncUs(bench.directory.path(), 0.99))
    );
}

} // namespace

int main(int argc, char** argv)
{
    rlimit files{20'000, 20'000};
    static_cast<void>(setrlimit(RLIMIT_NOFILE, &files));
    auto const wanted = [&](char const* name) {
        bool any = argc <= 2;
        for (int i = 2; i < argc; ++i) {
            any = any || std::strcmp(argv[i], name) == 0;
        }
        return any;
    };
    if (argc < 2) {
        std::fprintf(stderr, "gateway_bench PROGRAM [rest streams book idle orders]\n");
        return 2;
    }
    std::string const program = argv[1];
    if (wanted("rest")) {
        rest(program);
    }
    if (wanted("streams")) {
        streams(program);
    }
    if (wanted("book")) {
        oneBook(program);
    }
    if (wanted("orders")) {
        orders(program, "matched");
        orders(program, "durable");
    }
    if (wanted("idle")) {
        idle(program);
    }
    return 0;
}
