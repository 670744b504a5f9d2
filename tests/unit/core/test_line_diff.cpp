#include "core/line_diff.h"

#include <QTest>

namespace simiao {

using namespace Qt::StringLiterals;
using Kind = DiffLine::Kind;

namespace {

/// "  a", "- b", "+ c", "~ 4" for four lines left out.
QStringList marked(const std::vector<DiffLine> &lines)
{
    QStringList shown;
    for (const auto &line : lines) {
        switch (line.kind) {
        case Kind::Same: shown.append(u"  "_s + line.text); break;
        case Kind::Removed: shown.append(u"- "_s + line.text); break;
        case Kind::Added: shown.append(u"+ "_s + line.text); break;
        case Kind::Skipped: shown.append(u"~ %1"_s.arg(line.count)); break;
        }
    }
    return shown;
}

QString text(const QStringList &lines)
{
    return lines.join(u'\n') + u'\n';
}

/// What one of the two texts has of a comparison.
QString textOf(const std::vector<DiffLine> &lines, Kind own)
{
    QStringList kept;
    for (const auto &line : lines) {
        if (line.kind == Kind::Same || line.kind == own)
            kept.append(line.text);
    }
    return text(kept);
}

QString numbered(int count)
{
    QStringList lines;
    for (int i = 1; i <= count; ++i)
        lines.append(u"line %1"_s.arg(i));
    return text(lines);
}

} // namespace

class TestLineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWentAndWhatCame_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QStringList>("expected");

        const QStringList abc{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("nothing") << abc << abc << QStringList{u"  a"_s, u"  b"_s, u"  c"_s};
        QTest::newRow("one changed") << abc << QStringList{u"a"_s, u"x"_s, u"c"_s}
                                     << QStringList{u"  a"_s, u"- b"_s, u"+ x"_s, u"  c"_s};
        QTest::newRow("one inserted") << abc << QStringList{u"a"_s, u"b"_s, u"x"_s, u"c"_s}
                                      << QStringList{u"  a"_s, u"  b"_s, u"+ x"_s, u"  c"_s};
        QTest::newRow("one gone") << abc << QStringList{u"a"_s, u"c"_s}
                                  << QStringList{u"  a"_s, u"- b"_s, u"  c"_s};
        QTest::newRow("moved") << abc << QStringList{u"c"_s, u"a"_s, u"b"_s}
                               << QStringList{u"+ c"_s, u"  a"_s, u"  b"_s, u"- c"_s};
        QTest::newRow("longest in common")
            << QStringList{u"a"_s, u"b"_s, u"c"_s, u"a"_s, u"b"_s, u"b"_s, u"a"_s}
            << QStringList{u"c"_s, u"b"_s, u"a"_s, u"b"_s, u"a"_s, u"c"_s}
            << QStringList{u"- a"_s, u"- b"_s, u"  c"_s, u"- a"_s, u"  b"_s,
                           u"+ a"_s, u"  b"_s, u"  a"_s, u"+ c"_s};
    }

    void showsWhatWentAndWhatCame()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);

        const auto lines = lineDiff(text(before), text(after));

        QTEST(marked(lines), "expected");
    }

    void numbersTheLinesOfBothTexts()
    {
        const auto lines = lineDiff(u"a\nb\n"_s, u"x\na\nc\n"_s);

        QCOMPARE(lines,
                 (std::vector<DiffLine>{{Kind::Added, u"x"_s, 0, 1, 1},
                                        {Kind::Same, u"a"_s, 1, 2, 1},
                                        {Kind::Removed, u"b"_s, 2, 0, 1},
                                        {Kind::Added, u"c"_s, 0, 3, 1}}));
    }

    void emptyTextsAreTextsToo()
    {
        QVERIFY(lineDiff({}, {}).empty());
        QCOMPARE(marked(lineDiff({}, u"a\n"_s)), QStringList{u"+ a"_s});
        QCOMPARE(marked(lineDiff(u"a"_s, {})), QStringList{u"- a"_s});
    }

    void bothTextsCanBeMadeFromIt()
    {
        const auto before = text({u"a"_s, u"b"_s, {}, u"b"_s, u"d"_s, u"e"_s, u"f"_s});
        const auto after = text({u"b"_s, {}, u"b"_s, u"b"_s, u"e"_s, u"g"_s, {}});

        const auto there = lineDiff(before, after);
        const auto back = lineDiff(after, before);

        QCOMPARE(textOf(there, Kind::Removed), before);
        QCOMPARE(textOf(there, Kind::Added), after);
        QCOMPARE(countOf(there).added, countOf(back).removed);
        QCOMPARE(countOf(there).removed, countOf(back).added);
    }

    void longTextsWithoutAnythingInCommonAreStillRight()
    {
        const auto before = numbered(5000);
        auto after = before;
        after.replace(u"line"_s, u"row"_s);

        const auto lines = lineDiff(before, after);

        QCOMPARE(textOf(lines, Kind::Removed), before);
        QCOMPARE(textOf(lines, Kind::Added), after);
        QCOMPARE(countOf(lines), (DiffCount{5000, 5000}));
    }

    void leavesOutWhatDidNotChange()
    {
        auto after = numbered(20);
        after.replace(u"line 10\n"_s, u"line ten\n"_s);

        const auto shown = marked(withoutUnchanged(lineDiff(numbered(20), after), 1));

        QCOMPARE(shown,
                 (QStringList{u"~ 8"_s, u"  line 9"_s, u"- line 10"_s, u"+ line ten"_s, u"  line 11"_s,
                              u"~ 9"_s}));
    }

    void equalTextsAreOneLineThatStandsForAll()
    {
        QCOMPARE(marked(withoutUnchanged(lineDiff(numbered(7), numbered(7)))), QStringList{u"~ 7"_s});
    }
};

} // namespace simiao

QTEST_GUILESS_MAIN(simiao::TestLineDiff)
#include "test_line_diff.moc"
