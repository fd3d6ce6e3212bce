#include "engine/security/identity.h"
#include "engine/security/totp.h"

#include <algorithm>

namespace qob {

// Changes `user`, which the caller saves. With m_writing held: otherwise two could use one code at once.
Expected<void> Identity::acceptSecondFactor(UserRecord& user, std::string const& code)
{
    auto const secret = m_sealer.open(user.totpSecret, totpIdentity(user.id));
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    if (auto const step = matchTotp(*secret, code, m_clock.now(), user.totpLastStep)) {
        user.totpLastStep = *step;
        return {};
    }
    auto const used =
        std::find_if(user.recoveryCodes.begin(), user.recoveryCodes.end(), [&](auto const& one) {
            return std::any_of(m_recoveryKeys.begin(), m_recoveryKeys.end(), [&](SecretBytes const& key) {
                return equalInConstantTime(one, recoveryHash(key, code));
            });
        });
    if (used == user.recoveryCodes.end()) {
        return fail(ErrorCode::AuthSecondFactorWrong);
    }
    user.recoveryCodes.erase(used);
    return {};
}

Expected<TotpOffer> Identity::beginTotp(UserId user, Actor const& by)
{
    return audited(by, "totp.begin", by.name, [&]() -> Expected<TotpOffer> {
        auto record = needUser(user);
        if (!record) {
            return tl::unexpected(record.error());
        }
        if (record->totpConfirmed) {
            return fail(ErrorCode::RequestConflict, "there is a second factor; take it away first");
        }
        const SecretBytes secret(randomBytes(m_random, totpSecretBytes));
        record->totpSecret = m_sealer.seal(secret, totpIdentity(user));
        record->totpLastStep = 0;
        if (auto const saved = save(*record); !saved) {
            return tl::unexpected(saved.error());
        }
        return TotpOffer{totpSecretText(secret), totpUri(m_settings.issuer, record->name, secret)};
    });
}

Expected<std::vector<std::string>>
Identity::confirmTotp(UserId user, std::string const& code, Actor const& by)
{
    return audited(by, "totp.confirm", by.name, [&]() -> Expected<std::vector<std::string>> {
        auto record = needUser(user);
        if (!record) {
            return tl::unexpected(record.error());
        }
        if (record->totpSecret.empty() || record->totpConfirmed) {
            return fail(ErrorCode::RequestConflict, "no second factor was begun");
        }
        if (m_tries.begin(by.name, by.address, m_clock.now()).value > 0) {
            return fail(ErrorCode::AuthLocked);
        }
        if (auto const right = acceptSecondFactor(*record, code); !right) {
            return tl::unexpected(right.error());
        }
        m_tries.succeeded(by.name, by.address);
        auto codes = makeRecoveryCodes(m_random);
        record->totpConfirmed = true;
        record->recoveryCodes.clear();
        for (std::string const& one : codes) {
            record->recoveryCodes.push_back(recoveryHash(m_recoveryKeys.front(), one));
        }
        if (auto const saved = save(*record); !saved) {
            return tl::unexpected(saved.error());
        }
        return codes;
    });
}

Expected<void>
Identity::disableTotp(UserId user, std::string const& password, std::string const& code, Actor const& by)
{
    if (m_tries.begin(by.name, by.address, m_clock.now()).value > 0) {
        return fail(ErrorCode::AuthLocked);
    }
    auto const before = needUser(user);
    bool const known =
        before && (before->passwordHash.empty() || passwordMatches(password, before->passwordHash));
    auto done = audited(by, "totp.disable", by.name, [&]() -> Expected<void> {
        auto record = needUser(user);
        if (!known || !record) {
            return fail(ErrorCode::AuthFailed);
        }
        if (!record->totpConfirmed) {
            return fail(ErrorCode::RecordMissing, "there is no second factor");
        }
        if (auto right = acceptSecondFactor(*record, code); !right) {
            return right;
        }
        record->totpSecret.clear();
        record->totpConfirmed = false;
        record->recoveryCodes.clear();
        return save(*record);
    });
    if (done) {
        m_tries.succeeded(by.name, by.address);
    }
    return done;
}

Expected<void> Identity::resetTotp(UserId user, Actor const& by)
{
    return audited(by, "totp.reset", std::to_string(user.value), [&]() -> Expected<void> {
        auto record = needUser(user);
        if (!record) {
            return tl::unexpected(record.error());
        }
        record->totpSecret.clear();
        record->totpConfirmed = false;
        record->recoveryCodes.clear();
        return save(*record);
    });
}

} // namespace qob
