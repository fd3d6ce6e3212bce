# One place for what every house target shares: warnings, sanitizers, include root.
add_library(house_flags INTERFACE)
target_compile_options(house_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wconversion -Wsign-conversion -Wimplicit-fallthrough -Werror
  -Wno-missing-field-initializers # designated initialisers leave the rest to its default
  $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>)
# The simulated market uses doubles for chance; contracted multiplications would make it differ between machines.
target_compile_options(house_flags INTERFACE -ffp-contract=off)

set(QOB_SANITIZE "" CACHE STRING "e.g. address,undefined or thread")
if(QOB_SANITIZE)
  target_compile_options(house_flags INTERFACE
    -fsanitize=${QOB_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(house_flags INTERFACE -fsanitize=${QOB_SANITIZE})
  # Asio's fences, which gcc's thread sanitizer does not know.
  target_compile_options(house_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
endif()

# house_library(name SOURCES ... PUBLIC libraries... PRIVATE libraries...)
function(house_library name)
  cmake_parse_arguments(A "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${A_SOURCES})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${A_PUBLIC} PRIVATE ${A_PRIVATE} house_flags)
endfunction()
