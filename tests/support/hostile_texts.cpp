#include "support/hostile_texts.h"

#include "core/json.h"

#include <QFile>

namespace simiao::test {

std::vector<HostileText> hostileTexts()
{
    QFile file(qEnvironmentVariable("SIMIAO_SOURCE") + QStringLiteral("/tests/support/hostile_texts.json"));
    const auto json = file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll()) : Result<Json>();
    if (!json)
        qFatal("the hostile texts cannot be read");
    std::vector<HostileText> texts;
    for (const auto &entry : (*json)[QStringLiteral("texts")].array())
        texts.push_back({entry[QStringLiteral("name")].toString(), entry[QStringLiteral("text")].toString()});
    return texts;
}

QString longText()
{
    constexpr int kRepeated = 1024 * 1024 / 16;
    return QStringLiteral("咳嗽3天 שלום abcd").repeated(kRepeated);
}

std::vector<HostileText> impossibleTexts(int position)
{
    const QString before(position, QLatin1Char('a'));
    return {{QStringLiteral("text.nul"), before + QChar(u'\0') + QLatin1Char('b')},
            {QStringLiteral("text.lone-surrogate"), before + QChar(0xd83d) + QLatin1Char('b')},
            {QStringLiteral("text.lone-surrogate"), before + QChar(0xdc00)}};
}

} // namespace simiao::test
