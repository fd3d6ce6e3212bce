# Reading recordings and keeping books from them.
find_package(benchmark REQUIRED)
set(captures ${CMAKE_SOURCE_DIR}/../shared/captures)

add_executable(replay_tests
  support/capture_files.cpp
  unit/binance_test.cpp
  unit/book_sync_test.cpp
  unit/capture_reader_test.cpp
  unit/captures_test.cpp
  unit/feed_book_test.cpp
  unit/level_book_test.cpp
  unit/replay_command_test.cpp
  unit/replay_market_test.cpp
  unit/written_number_test.cpp)
target_link_libraries(replay_tests PRIVATE qob_app qob_venue qob_market ZLIB::ZLIB LibLZMA::LibLZMA
  GTest::gtest_main house_flags)
target_compile_definitions(replay_tests PRIVATE
  QOB_DEFAULT_CAPTURES="${captures}" QOB_FIXTURES="${CMAKE_CURRENT_SOURCE_DIR}/fixtures")
gtest_discover_tests(replay_tests)

add_executable(feed_bench bench/feed_bench.cpp)
target_link_libraries(feed_bench PRIVATE qob_venue qob_market benchmark::benchmark house_flags)
target_compile_definitions(feed_bench PRIVATE QOB_DEFAULT_CAPTURES="${captures}")

if(QOB_FUZZ)
  foreach(name binance capture)
    add_executable(${name}_fuzz fuzz/${name}_fuzz.cpp)
    target_link_libraries(${name}_fuzz PRIVATE qob_venue qob_market house_flags)
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  endforeach()
endif()
