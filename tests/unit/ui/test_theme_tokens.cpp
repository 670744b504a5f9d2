#include "theme_files.h"

using namespace simiao::ui;
using namespace Qt::StringLiterals;

class TestThemeTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShippedThemeParses_data() { addThemes(); }
    void everyShippedThemeParses();
    void theLightThemeIsTheDefault();
    void namesLineAndColumnOfBrokenSyntax();
    void namesThePathOfAMistake_data();
    void namesThePathOfAMistake();
};

void TestThemeTokens::everyShippedThemeParses()
{
    QFETCH(QString, theme);

    const auto tokens = ThemeTokens::parse(themeFile(theme));

    QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().detail));
    QCOMPARE(tokens->id, theme);
    QCOMPARE(tokens->dark, theme == u"dark"_s);
}

void TestThemeTokens::theLightThemeIsTheDefault()
{
    const auto tokens = ThemeTokens::parse(themeFile(u"light"_s));

    QVERIFY(tokens);
    QVERIFY(tokens->colours == ThemeColours{});
    QVERIFY(tokens->type == ThemeType{});
    QVERIFY(tokens->rhythm == ThemeRhythm{});
}

void TestThemeTokens::namesLineAndColumnOfBrokenSyntax()
{
    const auto tokens = ThemeTokens::parse("{\n  \"version\": 1,\n  \"id\": oops\n}");

    QVERIFY(!tokens);
    QCOMPARE(tokens.error().kind, simiao::ErrorKind::Invalid);
    QCOMPARE(tokens.error().code, u"json.syntax"_s);
    QVERIFY2(tokens.error().detail.contains(u"3:"), qPrintable(tokens.error().detail));
}

void TestThemeTokens::namesThePathOfAMistake_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    QTest::newRow("colour") << QByteArray("#1463B8") << QByteArray("blue") << u"theme.colour"_s
                            << u"/colours/accent"_s;
    QTest::newRow("missing") << QByteArray("\"panel\"") << QByteArray("\"pannel\"") << u"theme.missing"_s
                             << u"/colours/panel"_s;
    QTest::newRow("range") << QByteArray("\"row\": 26") << QByteArray("\"row\": 0") << u"theme.range"_s
                           << u"/rhythm/row"_s;
    QTest::newRow("fraction") << QByteArray("\"base\": 13") << QByteArray("\"base\": 13.5")
                              << u"theme.range"_s << u"/type/base"_s;
    QTest::newRow("font") << QByteArray("\"code\": [") << QByteArray("\"code\": [7, ") << u"theme.font"_s
                          << u"/fonts/code"_s;
    QTest::newRow("version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 2")
                             << u"theme.version"_s << u"/version"_s;
}

void TestThemeTokens::namesThePathOfAMistake()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    auto json = themeFile(u"light"_s);
    QVERIFY(json.contains(before));

    const auto tokens = ThemeTokens::parse(json.replace(before, after));

    QVERIFY(!tokens);
    QTEST(tokens.error().code, "code");
    QFETCH(QString, path);
    QVERIFY2(tokens.error().detail.startsWith(path), qPrintable(tokens.error().detail));
}

QTEST_GUILESS_MAIN(TestThemeTokens)
#include "test_theme_tokens.moc"
