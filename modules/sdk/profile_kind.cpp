#include "sdk/profile_kind.h"

#include <QCoreApplication>

namespace simiao::sdk {

namespace {

/// The texts of the mark; a class only for its translation context.
struct ProfileMark
{
    Q_DECLARE_TR_FUNCTIONS(simiao::sdk::ProfileMark)
};

} // namespace

QString profileKindName(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Real: return QStringLiteral("real");
    case ProfileKind::Demo: return QStringLiteral("demo");
    case ProfileKind::Training: return QStringLiteral("training");
    }
    return {};
}

QString profileMark(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Real: return {};
    case ProfileKind::Demo: return ProfileMark::tr("DEMO – invented patients");
    case ProfileKind::Training: return ProfileMark::tr("TRAINING – not real patients");
    }
    return {};
}

QString profileWord(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Real: return {};
    case ProfileKind::Demo: return ProfileMark::tr("DEMO");
    case ProfileKind::Training: return ProfileMark::tr("TRAINING");
    }
    return {};
}

} // namespace simiao::sdk
