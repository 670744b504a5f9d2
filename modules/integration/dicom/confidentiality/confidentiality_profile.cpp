#include "integration/dicom/confidentiality/confidentiality_profile.h"

#include "core/json.h"
#include "core/try.h"

#include <QFile>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

Error misshapen(const QString &what)
{
    return {ErrorKind::Invalid, u"rules.shape"_s, u"dicom-confidentiality: "_s + what};
}

Result<CleanAction> actionOf(const QString &code)
{
    if (code == "X"_L1)
        return CleanAction::Remove;
    if (code == "Z"_L1 || code == "X/Z"_L1)
        return CleanAction::Empty;
    if (code == "D"_L1 || code == "Z/D"_L1 || code == "X/D"_L1 || code == "X/Z/D"_L1)
        return CleanAction::Dummy;
    if (code == "U"_L1 || code == "X/Z/U*"_L1)
        return CleanAction::ReplaceUid;
    if (code == "K"_L1)
        return CleanAction::Keep;
    return misshapen(u"action "_s + code);
}

Result<std::uint32_t> tagOf(const QString &text)
{
    bool isNumber = false;
    const auto tag = QString(text).remove(u',').toUInt(&isNumber, 16);
    if (!isNumber || text.size() != 9)
        return misshapen(u"tag "_s + text);
    return tag;
}

Result<void> addActions(const Json::Array &attributes, QHash<std::uint32_t, CleanAction> &actions)
{
    for (const auto &attribute : attributes) {
        TRY(const auto tag, tagOf(attribute[u"tag"_s].toString()));
        TRY(const auto action, actionOf(attribute[u"action"_s].toString()));
        actions.insert(tag, action);
    }
    return ok();
}

} // namespace

Result<ConfidentialityProfile> ConfidentialityProfile::read(const QByteArray &json)
{
    TRY(const auto table, Json::parse(json));
    ConfidentialityProfile profile;
    profile.m_method = table[u"method"_s].toString();
    TRY_VOID(addActions(table[u"attributes"_s].array(), profile.m_actions));
    profile.m_size = profile.m_actions.size();
    TRY_VOID(addActions(table[u"beyond"_s].array(), profile.m_actions));
    for (const auto &coded : table[u"patientConcepts"_s].array())
        profile.m_descriptions.insert(coded[u"scheme"_s].toString() + u' ' + coded[u"code"_s].toString());
    if (profile.m_size == 0 || profile.m_method.isEmpty() || profile.m_method.size() > 64)
        return misshapen(u"no attributes or no method"_s);
    return profile;
}

const ConfidentialityProfile &ConfidentialityProfile::basic()
{
    static const ConfidentialityProfile profile = [] {
        QFile file(u":/simiao/dicom/confidentiality.json"_s);
        auto read =
            ConfidentialityProfile::read(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        // Built in and tested: without it nothing may go out.
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return *std::move(read);
    }();
    return profile;
}

} // namespace simiao::dicom
