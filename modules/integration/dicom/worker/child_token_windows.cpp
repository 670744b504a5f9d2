#include "integration/dicom/worker/child_token_windows.h"

#include <cstddef>
#include <vector>

namespace simiao::dicom {

namespace {

using Room = std::vector<std::byte>;

Room information(HANDLE token, TOKEN_INFORMATION_CLASS which)
{
    DWORD size = 0;
    GetTokenInformation(token, which, nullptr, 0, &size);
    Room room(size);
    if (!room.empty() && !GetTokenInformation(token, which, room.data(), size, &size))
        room.clear();
    return room;
}

Room wellKnown(WELL_KNOWN_SID_TYPE which)
{
    Room room(SECURITY_MAX_SID_SIZE);
    auto size = static_cast<DWORD>(room.size());
    if (!CreateWellKnownSid(which, nullptr, room.data(), &size))
        room.clear();
    return room;
}

/// Who somebody is: the user and all groups, without the label of integrity.
class Identity
{
public:
    explicit Identity(HANDLE token)
        : m_user(information(token, TokenUser))
        , m_groups(information(token, TokenGroups))
    {
        if (m_user.empty() || m_groups.empty())
            return;
        m_sids.push_back({reinterpret_cast<const TOKEN_USER *>(m_user.data())->User.Sid, 0});
        const auto *groups = reinterpret_cast<const TOKEN_GROUPS *>(m_groups.data());
        for (DWORD i = 0; i < groups->GroupCount; ++i) {
            if ((groups->Groups[i].Attributes & SE_GROUP_INTEGRITY) == 0)
                m_sids.push_back({groups->Groups[i].Sid, 0});
        }
    }
    Identity(const Identity &) = delete;
    Identity &operator=(const Identity &) = delete;

    bool isKnown() const { return !m_sids.empty(); }
    std::vector<SID_AND_ATTRIBUTES> sids() const { return m_sids; }

private:
    Room m_user;
    Room m_groups;
    std::vector<SID_AND_ATTRIBUTES> m_sids;
};

/// \param denied       no longer grant anything
/// \param restricting  must be granted what is wanted as well
Handle restricted(HANDLE token,
                  std::vector<SID_AND_ATTRIBUTES> denied,
                  std::vector<SID_AND_ATTRIBUTES> restricting)
{
    HANDLE made = nullptr;
    CreateRestrictedToken(token, DISABLE_MAX_PRIVILEGE, static_cast<DWORD>(denied.size()), denied.data(), 0,
                          nullptr, static_cast<DWORD>(restricting.size()), restricting.data(), &made);
    return Handle(made);
}

bool lower(const Handle &token)
{
    auto low = wellKnown(WinLowLabelSid);
    if (low.empty())
        return false;
    TOKEN_MANDATORY_LABEL label{};
    label.Label.Sid = low.data();
    label.Label.Attributes = SE_GROUP_INTEGRITY;
    return SetTokenInformation(token.get(), TokenIntegrityLevel, &label,
                               static_cast<DWORD>(sizeof label) + GetLengthSid(low.data()));
}

/// A thread may only impersonate a token that is restricted where its process's is: so the same rights, twice.
Handle impersonated(HANDLE own, const Identity &identity)
{
    const Handle same = restricted(own, {}, identity.sids());
    HANDLE made = nullptr;
    if (same.isOpen() && lower(same))
        DuplicateTokenEx(same.get(), MAXIMUM_ALLOWED, nullptr, SecurityImpersonation, TokenImpersonation,
                         &made);
    return Handle(made);
}

} // namespace

std::optional<ChildTokens> makeChildTokens()
{
    HANDLE opened = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(),
                          TOKEN_DUPLICATE | TOKEN_ASSIGN_PRIMARY | TOKEN_QUERY | TOKEN_ADJUST_DEFAULT,
                          &opened))
        return std::nullopt;
    const Handle own(opened);
    const Identity identity(own.get());
    auto null = wellKnown(WinNullSid);
    if (!identity.isKnown() || null.empty())
        return std::nullopt;
    ChildTokens tokens{.nobody =
                           restricted(own.get(), identity.sids(), {{.Sid = null.data(), .Attributes = 0}}),
                       .start = impersonated(own.get(), identity)};
    if (!tokens.nobody.isOpen() || !tokens.start.isOpen() || !lower(tokens.nobody))
        return std::nullopt;
    return tokens;
}

} // namespace simiao::dicom
