#include "security/prove_password.h"

#include "security/password_key.h"
#include "workflow/ports/sign_in.h"

namespace simiao::security {

Task<Result<bool>> provePassword(std::shared_ptr<workflow::Store> store,
                                 QString loginName,
                                 QString verifier,
                                 QString password)
{
    auto *gate = dynamic_cast<workflow::SignIn *>(store.get());
    if (!gate) {
        auto verifying = verifyPasswordAsync(verifier.isEmpty() ? decoyVerifier() : verifier, password);
        co_return co_await verifying;
    }
    auto asking = gate->saltFor(loginName);
    CO_TRY(const auto salt, co_await asking);
    auto making = passwordKeyAsync(salt, password);
    CO_TRY(const auto key, co_await making);
    auto signing = gate->signIn(loginName, key);
    co_return co_await signing;
}

} // namespace simiao::security
