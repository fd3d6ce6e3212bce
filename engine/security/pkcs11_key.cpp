#include "engine/security/pkcs11_key.h"

#include <p11-kit/p11-kit.h>
#include <p11-kit/pkcs11.h>

#include <array>
#include <vector>

namespace qob {

namespace {

constexpr std::string_view derived = "qob 1 master key";

unsigned char* octets(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

// A module that is loaded and, perhaps, a session on one of its tokens; both end with it.
class Module {
public:
    explicit Module(std::string const& path) : m_path(path), m_list(p11_kit_module_load(path.c_str(), 0)) {}

    ~Module()
    {
        if (m_session != 0) {
            m_list->C_CloseSession(m_session);
        }
        if (m_ready) {
            p11_kit_module_finalize(m_list);
        }
        if (m_list != nullptr) {
            p11_kit_module_release(m_list);
        }
    }

    Module(Module const&) = delete;
    Module& operator=(Module const&) = delete;

    Expected<void> open(Pkcs11Place const& place)
    {
        if (m_list == nullptr) {
            return fail(ErrorCode::SecretUnavailable, m_path + ": cannot be loaded");
        }
        if (auto begun = step("initialise", p11_kit_module_initialize(m_list)); !begun) {
            return begun;
        }
        m_ready = true;
        auto const slot = slotOf(place.token);
        if (!slot) {
            return tl::unexpected(slot.error());
        }
        auto opened = step(
            "open a session", m_list->C_OpenSession(*slot, CKF_SERIAL_SESSION, nullptr, nullptr, &m_session)
        );
        if (!opened) {
            return opened;
        }
        std::string pin(place.pin.view());
        auto const result = m_list->C_Login(m_session, CKU_USER, octets(pin), pin.size());
        const SecretBytes wiped(std::move(pin));
        return step("log in", result == CKR_USER_ALREADY_LOGGED_IN ? CKR_OK : result);
    }

    Expected<SecretBytes> mac(std::string const& label)
    {
        auto const key = keyOf(label);
        if (!key) {
            return tl::unexpected(key.error());
        }
        CK_MECHANISM mechanism{CKM_SHA256_HMAC, nullptr, 0};
        if (auto begun = step("begin to sign", m_list->C_SignInit(m_session, &mechanism, *key)); !begun) {
            return tl::unexpected(begun.error());
        }
        std::string text(derived);
        std::string out(digestBytes, '\0');
        CK_ULONG size = out.size();
        auto const done =
            step("sign", m_list->C_Sign(m_session, octets(text), text.size(), octets(out), &size));
        SecretBytes secret(std::move(out));
        if (!done || size != digestBytes) {
            return fail(
                ErrorCode::SecretUnavailable, done ? m_path + ": a MAC of another size" : done.error().detail
            );
        }
        return secret;
    }

private:
    Expected<void> step(char const* name, CK_RV result) const
    {
        if (result == CKR_OK) {
            return {};
        }
        return fail(ErrorCode::SecretUnavailable, m_path + ": " + name + ": " + p11_kit_strerror(result));
    }

    Expected<CK_SLOT_ID> slotOf(std::string const& label)
    {
        CK_ULONG count = 0;
        if (auto listed = step("list slots", m_list->C_GetSlotList(CK_TRUE, nullptr, &count)); !listed) {
            return tl::unexpected(listed.error());
        }
        std::vector<CK_SLOT_ID> slots(count);
        if (auto listed = step("list slots", m_list->C_GetSlotList(CK_TRUE, slots.data(), &count)); !listed) {
            return tl::unexpected(listed.error());
        }
        for (CK_SLOT_ID const slot : slots) {
            CK_TOKEN_INFO info{};
            if (m_list->C_GetTokenInfo(slot, &info) != CKR_OK) {
                continue;
            }
            // Padded with blanks, and not ended with a zero.
            std::string_view found(reinterpret_cast<char const*>(info.label), sizeof info.label);
            found.remove_suffix(found.size() - (found.find_last_not_of(' ') + 1));
            if (found == label) {
                return slot;
            }
        }
        return fail(ErrorCode::SecretUnavailable, m_path + ": there is no token '" + label + "'");
    }

    Expected<CK_OBJECT_HANDLE> keyOf(std::string label)
    {
        CK_OBJECT_CLASS kind = CKO_SECRET_KEY;
        std::array<CK_ATTRIBUTE, 2> wanted{
            CK_ATTRIBUTE{CKA_CLASS, &kind, sizeof kind}, CK_ATTRIBUTE{CKA_LABEL, label.data(), label.size()}};
        if (auto begun =
                step("look for the key", m_list->C_FindObjectsInit(m_session, wanted.data(), wanted.size()));
            !begun) {
            return tl::unexpected(begun.error());
        }
        std::array<CK_OBJECT_HANDLE, 2> found{};
        CK_ULONG count = 0;
        auto const looked =
            step("look for the key", m_list->C_FindObjects(m_session, found.data(), found.size(), &count));
        m_list->C_FindObjectsFinal(m_session);
        if (!looked) {
            return tl::unexpected(looked.error());
        }
        if (count != 1) {
            return fail(
                ErrorCode::SecretUnavailable,
                m_path + ": " + (count == 0 ? "there is no" : "there is more than one") + " secret key '" +
                    label + "'"
            );
        }
        return found[0];
    }

    std::string m_path;
    CK_FUNCTION_LIST* m_list;
    bool m_ready = false;
    CK_SESSION_HANDLE m_session = 0;
};

} // namespace

Expected<MasterKey> loadMasterKeyPkcs11(Pkcs11Place const& place)
{
    Module module(place.module);
    if (auto const opened = module.open(place); !opened) {
        return tl::unexpected(opened.error());
    }
    auto secret = module.mac(place.key);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    return masterKeyOf(std::move(*secret));
}

} // namespace qob
