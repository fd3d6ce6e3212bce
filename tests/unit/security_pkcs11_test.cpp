// The master key from a hardware module, which is SoftHSM here; skipped where that is not installed.

#include "engine/security/pkcs11_key.h"
#include "tests/support/identity_kit.h"
#include "tests/support/temporary_directory.h"

#include <p11-kit/p11-kit.h>
#include <p11-kit/pkcs11.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace qob {

namespace {

using namespace test;

constexpr char const* modulePath = "/usr/lib/softhsm/libsofthsm2.so";

// A token "qob" with keys that may sign and never leave it.
class Pkcs11 : public testing::Test {
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(modulePath)) {
            GTEST_SKIP() << modulePath << " is not installed";
        }
        auto const tokens = directory.path() + "/tokens";
        std::filesystem::create_directory(tokens);
        auto const settings = directory.path() + "/softhsm2.conf";
        std::ofstream(settings) << "directories.tokendir = " << tokens << "\n";
        ::setenv("SOFTHSM2_CONF", settings.c_str(), 1);
        makeToken();
    }

    static void makeToken()
    {
        CK_FUNCTION_LIST* const list = p11_kit_module_load(modulePath, 0);
        ASSERT_NE(list, nullptr);
        ASSERT_EQ(p11_kit_module_initialize(list), CKR_OK);
        auto label = paddedLabel();
        std::string pin = "1234";
        auto* const pinBytes = reinterpret_cast<unsigned char*>(pin.data());
        auto slot = firstSlot(list);
        ASSERT_EQ(list->C_InitToken(slot, pinBytes, pin.size(), label.data()), CKR_OK);
        CK_SESSION_HANDLE session = 0;
        slot = firstSlot(list);
        ASSERT_EQ(
            list->C_OpenSession(slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session), CKR_OK
        );
        ASSERT_EQ(list->C_Login(session, CKU_SO, pinBytes, pin.size()), CKR_OK);
        ASSERT_EQ(list->C_InitPIN(session, pinBytes, pin.size()), CKR_OK);
        ASSERT_EQ(list->C_Logout(session), CKR_OK);
        ASSERT_EQ(list->C_Login(session, CKU_USER, pinBytes, pin.size()), CKR_OK);
        makeKey(list, session, "master");
        makeKey(list, session, "other");
        list->C_CloseSession(session);
        p11_kit_module_finalize(list);
        p11_kit_module_release(list);
    }

    static std::array<unsigned char, 32> paddedLabel()
    {
        std::array<unsigned char, 32> label{};
        label.fill(' ');
        std::memcpy(label.data(), "qob", 3);
        return label;
    }

    static CK_SLOT_ID firstSlot(CK_FUNCTION_LIST* list)
    {
        CK_ULONG count = 16;
        std::array<CK_SLOT_ID, 16> slots{};
        EXPECT_EQ(list->C_GetSlotList(CK_TRUE, slots.data(), &count), CKR_OK);
        return slots[0];
    }

    static void makeKey(CK_FUNCTION_LIST* list, CK_SESSION_HANDLE session, std::string label)
    {
        CK_OBJECT_CLASS kind = CKO_SECRET_KEY;
        CK_KEY_TYPE type = CKK_GENERIC_SECRET;
        CK_ULONG size = 32;
        CK_BBOOL yes = CK_TRUE;
        CK_BBOOL no = CK_FALSE;
        std::array<CK_ATTRIBUTE, 8> wanted{
            CK_ATTRIBUTE{CKA_CLASS, &kind, sizeof kind},
            CK_ATTRIBUTE{CKA_KEY_TYPE, &type, sizeof type},
            CK_ATTRIBUTE{CKA_VALUE_LEN, &size, sizeof size},
            CK_ATTRIBUTE{CKA_LABEL, label.data(), label.size()},
            CK_ATTRIBUTE{CKA_TOKEN, &yes, sizeof yes},
            CK_ATTRIBUTE{CKA_SIGN, &yes, sizeof yes},
            CK_ATTRIBUTE{CKA_SENSITIVE, &yes, sizeof yes},
            CK_ATTRIBUTE{CKA_EXTRACTABLE, &no, sizeof no}};
        CK_MECHANISM mechanism{CKM_GENERIC_SECRET_KEY_GEN, nullptr, 0};
        CK_OBJECT_HANDLE key = 0;
        ASSERT_EQ(list->C_GenerateKey(session, &mechanism, wanted.data(), wanted.size(), &key), CKR_OK);
    }

    static Pkcs11Place place(std::string key = "master", std::string token = "qob", std::string pin = "1234")
    {
        return {modulePath, std::move(token), std::move(key), SecretBytes(std::move(pin))};
    }

    TemporaryDirectory directory;
};

TEST_F(Pkcs11, GivesTheSameMasterKeyEachTime)
{
    auto const first = loadMasterKeyPkcs11(place());
    ASSERT_TRUE(first.has_value()) << first.error().message();
    EXPECT_EQ(first->bytes.view().size(), 32U);
    EXPECT_EQ(loadMasterKeyPkcs11(place())->bytes.view(), first->bytes.view());
    EXPECT_NE(loadMasterKeyPkcs11(place("other"))->bytes.view(), first->bytes.view());
    SeededRandom random;
    const SecretSealer sealer({*first}, random);
    const SecretSealer again({*loadMasterKeyPkcs11(place())}, random);
    EXPECT_EQ(again.open(sealer.seal(SecretBytes("x"), "k"), "k")->view(), "x");
}

TEST_F(Pkcs11, SaysWhatIsMissing)
{
    auto const problem = [](Pkcs11Place const& at) {
        auto const key = loadMasterKeyPkcs11(at);
        EXPECT_EQ(codeOf(key), ErrorCode::SecretUnavailable);
        return key ? std::string() : key.error().detail;
    };
    EXPECT_NE(problem(place("none")).find("no secret key 'none'"), std::string::npos);
    EXPECT_NE(problem(place("master", "none")).find("no token 'none'"), std::string::npos);
    auto const pin = problem(place("master", "qob", "9999"));
    EXPECT_NE(pin.find("log in"), std::string::npos);
    EXPECT_EQ(pin.find("9999"), std::string::npos);
    auto elsewhere = place();
    elsewhere.module = "/nowhere.so";
    EXPECT_NE(problem(elsewhere).find("cannot be loaded"), std::string::npos);
}

} // namespace

} // namespace qob
