#pragma once

#include <string>
#include <vector>

namespace qob::test {

// A certificate authority made for one test, and a certificate of its for the hosts named. PEM texts.
struct TestCertificates {
    std::string authority;
    std::string certificate;
    std::string key;

    static TestCertificates make(std::vector<std::string> const& hosts);
};

} // namespace qob::test
