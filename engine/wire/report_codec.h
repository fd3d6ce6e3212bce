#pragma once

#include "engine/api/instrument.h"
#include "engine/api/order.h"
#include "engine/base/bytes.h"

namespace qob {

// What a session says of orders as bytes, version 1: integers little-endian in their own width, texts with
// two bytes of length before them, fields in the order they are declared in. For journals, databases and the
// network. What is not written this way does not read back: `read` is false for bytes that end too soon, for
// a number that is not one of an enumeration's and for a text that is too long; the value is then
// unspecified.
//
// An error's detail is cut to `maxDetail` bytes.
inline constexpr std::uint8_t reportCodecVersion = 1;
inline constexpr std::size_t maxDetail = 2000;

void write(ByteWriter& to, Error const& error);
void write(ByteWriter& to, ExecutionReport const& report);
void write(ByteWriter& to, OrderCancelReject const& reject);
void write(ByteWriter& to, Instrument const& instrument);

[[nodiscard]] bool read(ByteReader& from, Error& error);
[[nodiscard]] bool read(ByteReader& from, ExecutionReport& report);
[[nodiscard]] bool read(ByteReader& from, OrderCancelReject& reject);

// Also false where the instrument is not valid().
[[nodiscard]] bool read(ByteReader& from, Instrument& instrument);

// One value by itself, with the version before it. FrameMalformed names the type; bytes left over are wrong,
// too.
[[nodiscard]] std::vector<std::byte> encode(ExecutionReport const& report);
[[nodiscard]] std::vector<std::byte> encode(OrderCancelReject const& reject);
[[nodiscard]] std::vector<std::byte> encode(Instrument const& instrument);
[[nodiscard]] Expected<ExecutionReport> decodeExecutionReport(std::span<std::byte const> bytes);
[[nodiscard]] Expected<OrderCancelReject> decodeOrderCancelReject(std::span<std::byte const> bytes);
[[nodiscard]] Expected<Instrument> decodeInstrument(std::span<std::byte const> bytes);

} // namespace qob
