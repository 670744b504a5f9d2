#include "theme_files.h"
#include "ui/theme/colours.h"
#include "ui/theme/palette.h"
#include "ui/theme/patient_colour.h"
#include "ui/theme/severity.h"

#include <QSet>

using namespace simiao::ui;
using namespace Qt::StringLiterals;

namespace {

ThemeTokens themed(const QString &theme)
{
    return ThemeTokens::parse(themeFile(theme)).value();
}

QList<QColor> grounds(const ThemeTokens &tokens)
{
    const auto &colours = tokens.colours;
    return {colours.surface, colours.panel, colours.header,
            mixed(colours.accent, colours.panel, tokens.rhythm.selectionPercent)};
}

QString said(const QColor &ink, const QColor &ground)
{
    return u"%1 on %2: %3:1"_s.arg(ink.name(), ground.name()).arg(contrast(ink, ground), 0, 'f', 2);
}

bool reads(const QColor &ink, const QColor &ground, double least = kTextContrast)
{
    const bool isLegible = contrast(ink, ground) >= least;
    if (!isLegible)
        qWarning().noquote() << said(ink, ground);
    return isLegible;
}

} // namespace

class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresAsWcagDoes();
    void textReadsOnEveryGround_data() { addThemes(); }
    void textReadsOnEveryGround();
    void severitiesReadOnTheirTintAndOnEveryGround_data() { addThemes(); }
    void severitiesReadOnTheirTintAndOnEveryGround();
    void theAccentReadsBothWays_data() { addThemes(); }
    void theAccentReadsBothWays();
    void selectedTextReads_data() { addThemes(); }
    void selectedTextReads();
    void everyPatientColourReads_data() { addThemes(); }
    void everyPatientColourReads();
    void aPatientKeepsTheColour();
    void patientColoursAreNotAllAlike();
};

void TestContrast::measuresAsWcagDoes()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
}

void TestContrast::textReadsOnEveryGround()
{
    QFETCH(QString, theme);
    const auto tokens = themed(theme);

    const auto all = grounds(tokens);
    for (const auto &ground : all) {
        QVERIFY(reads(tokens.colours.text, ground));
        QVERIFY(reads(tokens.colours.secondary, ground));
    }
    QVERIFY(reads(tokens.colours.disabled, tokens.colours.panel, 3.0)); // WCAG exempts it, people read it
}

void TestContrast::severitiesReadOnTheirTintAndOnEveryGround()
{
    QFETCH(QString, theme);
    const auto tokens = themed(theme);

    for (const auto severity :
         {Severity::Block, Severity::Warn, Severity::Note, Severity::Ok, Severity::Neutral}) {
        const auto ink = severityColour(severity, tokens.colours);
        QVERIFY(reads(ink, severityGround(severity, tokens)));
        QVERIFY(reads(tokens.colours.text, severityGround(severity, tokens)));
        const auto all = grounds(tokens);
        for (const auto &ground : all)
            QVERIFY(reads(ink, ground));
    }
}

void TestContrast::theAccentReadsBothWays()
{
    QFETCH(QString, theme);
    const auto tokens = themed(theme);

    QVERIFY(reads(tokens.colours.onAccent, tokens.colours.accent));
    QVERIFY(reads(tokens.colours.accent,
                  mixed(tokens.colours.accent, tokens.colours.panel, tokens.rhythm.tintPercent)));
    const auto all = grounds(tokens);
    for (const auto &ground : all)
        QVERIFY(reads(tokens.colours.accent, ground));
}

void TestContrast::selectedTextReads()
{
    QFETCH(QString, theme);
    const auto colours = palette(themed(theme));

    QVERIFY(reads(colours.color(QPalette::HighlightedText), colours.color(QPalette::Highlight)));
}

void TestContrast::everyPatientColourReads()
{
    QFETCH(QString, theme);
    const auto tokens = themed(theme);

    for (int mrn = 100000; mrn < 100500; ++mrn) {
        const auto colour = patientColour(QString::number(mrn), tokens.colours);
        QVERIFY(reads(colour, tokens.colours.panel));
        QVERIFY(reads(colour, tokens.colours.surface));
        QVERIFY(reads(colour, tokens.colours.header));
    }
}

void TestContrast::aPatientKeepsTheColour()
{
    const ThemeColours light;

    QCOMPARE(patientColour(u"100238", light), patientColour(u"100238", light));
    QCOMPARE(patientColour(u"100238", light).hslHue(), 95); // stays so: it is printed
}

void TestContrast::patientColoursAreNotAllAlike()
{
    QSet<QRgb> seen;

    for (int mrn = 100000; mrn < 100100; ++mrn)
        seen.insert(patientColour(QString::number(mrn), {}).rgb());

    QVERIFY2(seen.size() >= 12, qPrintable(QString::number(seen.size())));
}

QTEST_GUILESS_MAIN(TestContrast)
#include "test_contrast.moc"
