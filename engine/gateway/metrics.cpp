#include "engine/gateway/metrics.h"

#include "engine/base/json_writer.h"
#include "engine/gateway/order_json.h"
#include "engine/gateway/process_figures.h"
#include "engine/gateway/server.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>

namespace qob {

namespace {

const prometheus::Histogram::BucketBoundaries latencyBuckets{
    0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};

double secondsOf(Duration duration)
{
    return static_cast<double>(duration.value) / static_cast<double>(seconds(1).value);
}

// Counts that are kept elsewhere and only grow.
void raiseTo(prometheus::Counter& counter, std::uint64_t value)
{
    double const more = static_cast<double>(value) - counter.Value();
    if (more > 0) {
        counter.Increment(more);
    }
}

// Where a share of the samples lies below, interpolated within its bucket.
double quantile(prometheus::ClientMetric::Histogram const& histogram, double share)
{
    auto const wanted = share * static_cast<double>(histogram.sample_count);
    double below = 0;
    double lower = 0;
    for (auto const& bucket : histogram.bucket) {
        auto const count = static_cast<double>(bucket.cumulative_count);
        if (count >= wanted && count > below) {
            return bucket.upper_bound > 1e9
                       ? lower
                       : lower + (bucket.upper_bound - lower) * (wanted - below) / (count - below);
        }
        below = count;
        lower = bucket.upper_bound;
    }
    return lower;
}

void writeQuantiles(JsonWriter& json, std::string_view name, prometheus::Histogram const& from)
{
    auto const histogram = from.Collect().histogram;
    json.key(name).beginObject().key("count").integer(histogram.sample_count);
    if (histogram.sample_count > 0) {
        constexpr double perSecond = 1e6;
        json.key("meanUs").real(
            histogram.sample_sum / static_cast<double>(histogram.sample_count) * perSecond
        );
        json.key("p50Us").real(quantile(histogram, 0.5) * perSecond);
        json.key("p90Us").real(quantile(histogram, 0.9) * perSecond);
        json.key("p99Us").real(quantile(histogram, 0.99) * perSecond);
    }
    json.endObject();
}

} // namespace

struct Metrics::Impl {
    using Counters = prometheus::Family<prometheus::Counter>;
    using Gauges = prometheus::Family<prometheus::Gauge>;
    using Histograms = prometheus::Family<prometheus::Histogram>;

    Counters& counters(char const* name, char const* help)
    {
        return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
    }

    Gauges& gauges(char const* name, char const* help)
    {
        return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
    }

    Histograms& histograms(char const* name, char const* help)
    {
        return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
    }

    void writeFeeds(MarketBoard const& board);
    void writeProcess();

    prometheus::Registry registry;
    Counters& requests = counters("qob_http_requests_total", "Requests answered");
    Histograms& requestSeconds = histograms("qob_http_request_seconds", "From a request read to its answer");
    prometheus::Histogram& allRequests =
        histograms("qob_http_all_request_seconds", "The same of all routes").Add({}, latencyBuckets);
    prometheus::Gauge& connections = gauges("qob_connections", "Connections that are open").Add({});
    prometheus::Gauge& streams = gauges("qob_streams", "WebSockets that are open").Add({});
    prometheus::Counter& messagesOut =
        counters("qob_stream_messages_out_total", "WebSocket messages sent").Add({});
    prometheus::Counter& bytesOut = counters("qob_stream_bytes_out_total", "Bytes sent, before TLS").Add({});
    prometheus::Counter& resyncs =
        counters("qob_stream_resyncs_total", "Snapshots given again to clients that were too slow").Add({});
    prometheus::Counter& dropped =
        counters("qob_stream_dropped_total", "Clients sent away because they were too slow").Add({});
    Counters& orders = counters("qob_orders_total", "Execution reports by what they say the order is");
    prometheus::Histogram& orderAck =
        histograms("qob_order_ack_seconds", "From an order handed to the engine to its first report")
            .Add({}, latencyBuckets);
    Counters& feedMessages = counters("qob_feed_messages_total", "Messages of a venue's feed");
    Counters& feedGaps = counters("qob_feed_gaps_total", "Holes found in a venue's feed");
    Counters& feedReconnects =
        counters("qob_feed_reconnects_total", "How often a connection to a venue was opened again");
    Gauges& feedState = gauges("qob_feed_state", "0 awaiting a snapshot, 1 live, 2 stale, 3 ended");
    Gauges& feedLatency = gauges("qob_feed_latency_seconds", "Receipt less the venue's own stamp");
    prometheus::Gauge& journalLag =
        gauges("qob_journal_lag_records", "Journal records that are not durable yet").Add({});
    prometheus::Gauge& journalFailed = gauges("qob_journal_failed", "1: the journal has failed").Add({});
    prometheus::Gauge& databaseUp = gauges("qob_database_up", "1: the database answers").Add({});
    prometheus::Gauge& databaseLag =
        gauges("qob_database_lag_records", "Journal records that the database has not yet").Add({});
    prometheus::Gauge& auditCopyLag =
        gauges("qob_audit_copy_lag_records", "Audit records that the database has not yet").Add({});
    prometheus::Counter& authFailures =
        counters("qob_auth_failures_total", "Requests with wrong credentials").Add({});
    prometheus::Gauge& accounts = gauges("qob_accounts", "Accounts in use").Add({});
    prometheus::Gauge& killSwitch = gauges("qob_kill_switch", "1: nobody may trade").Add({});
    prometheus::Counter& cpu = counters("process_cpu_seconds_total", "User and system time").Add({});
    prometheus::Gauge& memory = gauges("process_resident_memory_bytes", "Resident memory").Add({});
    prometheus::Gauge& descriptors = gauges("process_open_fds", "Open file descriptors").Add({});
    prometheus::Gauge& started = gauges("process_start_time_seconds", "Since 1970-01-01T00:00Z").Add({});
};

void Metrics::Impl::writeFeeds(MarketBoard const& board)
{
    for (auto const& [id, instrument] : board.instruments()) {
        FeedStatus const* const feed = board.feed(id);
        if (feed == nullptr) {
            continue;
        }
        const prometheus::Labels labels{{"venue", instrument.venue}, {"symbol", instrument.symbol}};
        raiseTo(feedMessages.Add(labels), feed->messages);
        raiseTo(feedGaps.Add(labels), feed->gaps);
        feedState.Add(labels).Set(static_cast<double>(feed->state));
        feedLatency.Add(labels).Set(secondsOf(feed->latency));
        if (feed->connection > 0) {
            auto const connection = std::to_string(feed->connection);
            raiseTo(
                feedReconnects.Add({{"venue", instrument.venue}, {"connection", connection}}),
                feed->reconnects
            );
        }
    }
}

void Metrics::Impl::writeProcess()
{
    auto const process = processFigures();
    double const more = process.cpuSeconds - cpu.Value();
    cpu.Increment(std::max(more, 0.0));
    memory.Set(static_cast<double>(process.residentBytes));
    descriptors.Set(static_cast<double>(process.openFiles));
    started.Set(process.startedSeconds);
}

Metrics::Metrics() : m_impl(std::make_unique<Impl>()) {}

Metrics::~Metrics() = default;

void Metrics::answered(Route const* route, int status, Duration took)
{
    auto const name = std::string(route == nullptr ? "none" : route->pattern);
    auto const method = std::string(route == nullptr ? "" : methodName(route->method));
    m_impl->requests.Add({{"route", name}, {"method", method}, {"status", std::to_string(status)}}
    ).Increment();
    m_impl->requestSeconds.Add({{"route", name}}, latencyBuckets).Observe(secondsOf(took));
    m_impl->allRequests.Observe(secondsOf(took));
}

void Metrics::orderAcknowledged(Duration took)
{
    m_impl->orderAck.Observe(secondsOf(took));
}

void Metrics::orderReported(ExecutionReport const& report)
{
    m_impl->orders.Add({{"status", std::string(ordStatusName(report.ordStatus))}}).Increment();
}

void Metrics::authenticationFailed()
{
    m_impl->authFailures.Increment();
}

std::string Metrics::text(Now const& now)
{
    Impl& impl = *m_impl;
    impl.connections.Set(static_cast<double>(now.server.connections.load()));
    impl.streams.Set(static_cast<double>(now.server.streams.load()));
    raiseTo(impl.messagesOut, now.server.messagesOut.load());
    raiseTo(impl.bytesOut, now.server.bytesOut.load());
    raiseTo(impl.resyncs, now.resyncs);
    raiseTo(impl.dropped, now.dropped);
    impl.journalLag.Set(static_cast<double>(now.engine.journalLagRecords));
    impl.journalFailed.Set(now.engine.journalFailed ? 1 : 0);
    impl.databaseUp.Set(now.engine.databaseUp ? 1 : 0);
    impl.databaseLag.Set(static_cast<double>(now.engine.databaseLagRecords));
    impl.auditCopyLag.Set(static_cast<double>(now.engine.auditCopyLagRecords));
    impl.accounts.Set(static_cast<double>(now.accounts));
    impl.killSwitch.Set(now.killSwitch ? 1 : 0);
    impl.writeFeeds(now.board);
    impl.writeProcess();
    return prometheus::TextSerializer().Serialize(impl.registry.Collect());
}

std::string Metrics::performance() const
{
    JsonWriter json;
    json.beginObject();
    writeQuantiles(json, "http", m_impl->allRequests);
    writeQuantiles(json, "orderAck", m_impl->orderAck);
    return json.endObject().text();
}

} // namespace qob
