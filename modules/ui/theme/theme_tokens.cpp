#include "ui/theme/theme_tokens.h"

#include "core/json.h"
#include "core/try.h"

#include <QRegularExpression>

namespace simiao::ui {

namespace {

constexpr int kVersion = 1;

template <typename Part, typename Value>
struct Field
{
    const char *name;
    Value Part::*member;
};

constexpr Field<ThemeColours, QColor> kColours[] = {
    {"surface", &ThemeColours::surface},     {"panel", &ThemeColours::panel},
    {"header", &ThemeColours::header},       {"line", &ThemeColours::line},
    {"outline", &ThemeColours::outline},     {"text", &ThemeColours::text},
    {"secondary", &ThemeColours::secondary}, {"disabled", &ThemeColours::disabled},
    {"accent", &ThemeColours::accent},       {"onAccent", &ThemeColours::onAccent},
    {"block", &ThemeColours::block},         {"warn", &ThemeColours::warn},
    {"note", &ThemeColours::note},           {"ok", &ThemeColours::ok},
};

constexpr Field<ThemeFonts, QStringList> kFonts[] = {
    {"text", &ThemeFonts::text},
    {"code", &ThemeFonts::code},
};

constexpr Field<ThemeType, int> kType[] = {
    {"base", &ThemeType::base},
    {"secondary", &ThemeType::secondary},
    {"small", &ThemeType::small},
    {"patientName", &ThemeType::patientName},
    {"waitingRoom", &ThemeType::waitingRoom},
};

constexpr Field<ThemeRhythm, int> kRhythm[] = {
    {"row", &ThemeRhythm::row},
    {"touchRow", &ThemeRhythm::touchRow},
    {"input", &ThemeRhythm::input},
    {"button", &ThemeRhythm::button},
    {"header", &ThemeRhythm::header},
    {"gapSmall", &ThemeRhythm::gapSmall},
    {"gap", &ThemeRhythm::gap},
    {"gapLarge", &ThemeRhythm::gapLarge},
    {"margin", &ThemeRhythm::margin},
    {"radius", &ThemeRhythm::radius},
    {"focusRing", &ThemeRhythm::focusRing},
    {"patientBar", &ThemeRhythm::patientBar},
    {"selectionBar", &ThemeRhythm::selectionBar},
    {"tintPercent", &ThemeRhythm::tintPercent},
    {"selectionPercent", &ThemeRhythm::selectionPercent},
};

Error invalid(const char *code, const QString &detail)
{
    return Error{.kind = ErrorKind::Invalid, .code = QString::fromLatin1(code), .detail = detail};
}

Result<void> read(QColor &out, const Json &value, const QString &path)
{
    static const QRegularExpression hex(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
    if (!hex.match(value.toString()).hasMatch())
        return invalid("theme.colour", QStringLiteral("%1: not #RRGGBB").arg(path));
    out = QColor(value.toString());
    return ok();
}

Result<void> read(int &out, const Json &value, const QString &path)
{
    constexpr int kLeast = 1;
    constexpr int kMost = 400;
    const int number = value.lexeme().toInt(); // 0 for what is no whole number
    if (number < kLeast || number > kMost)
        return invalid(
            "theme.range",
            QStringLiteral("%1: not a whole number from %2 to %3").arg(path).arg(kLeast).arg(kMost));
    out = number;
    return ok();
}

Result<void> read(QStringList &out, const Json &value, const QString &path)
{
    out.clear();
    for (const auto &family : value.array())
        out.append(family.toString());
    if (out.isEmpty() || out.contains(QString()))
        return invalid("theme.font", QStringLiteral("%1: not a list of family names").arg(path));
    return ok();
}

template <typename Part, typename Value, std::size_t N>
Result<Part> readPart(const Json &root, const QString &name, const Field<Part, Value> (&fields)[N])
{
    const auto &object = root[name];
    Part part;
    for (const auto &field : fields) {
        const auto key = QString::fromLatin1(field.name);
        const QString path = QStringLiteral("/%1/%2").arg(name, key);
        if (object[key].isNull())
            return invalid("theme.missing", path);
        TRY_VOID(read(part.*field.member, object[key], path));
    }
    return part;
}

Result<QString> readText(const Json &root, const QString &key)
{
    const auto value = root[key].toString();
    if (value.isEmpty())
        return invalid("theme.missing", QStringLiteral("/%1").arg(key));
    return value;
}

} // namespace

Result<ThemeTokens> ThemeTokens::parse(const QByteArray &json)
{
    TRY(const auto root, Json::parse(json));
    if (root[QStringLiteral("version")].toInteger() != kVersion)
        return invalid("theme.version", QStringLiteral("/version: only %1 is known").arg(kVersion));
    ThemeTokens tokens;
    TRY(tokens.id, readText(root, QStringLiteral("id")));
    TRY(tokens.source, readText(root, QStringLiteral("source")));
    TRY(tokens.colours, readPart(root, QStringLiteral("colours"), kColours));
    TRY(tokens.fonts, readPart(root, QStringLiteral("fonts"), kFonts));
    TRY(tokens.type, readPart(root, QStringLiteral("type"), kType));
    TRY(tokens.rhythm, readPart(root, QStringLiteral("rhythm"), kRhythm));
    tokens.dark = root[QStringLiteral("dark")].toBool();
    return tokens;
}

ThemeTokens ThemeTokens::comfortable() const
{
    auto wide = *this;
    for (int *height : {&wide.rhythm.row, &wide.rhythm.input, &wide.rhythm.button, &wide.rhythm.header})
        *height = *height * 4 / 3;
    return wide;
}

} // namespace simiao::ui
