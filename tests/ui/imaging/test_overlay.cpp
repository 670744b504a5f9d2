#include "imaging/views/overlay.h"
#include "imaging/views/scale_bar_painter.h"
#include "ui/theme/colours.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <algorithm>

using namespace simiao;
using namespace Qt::StringLiterals;
using viewer::cornerRows;

/// Texts of the corners in narrow viewports.
class TestOverlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineThatFitsStaysOne();
    void aDateIsNotCutWhereThereIsRoomBelow();
    void aUnitStaysWithItsNumber();
    void aWordThatIsTooLongAloneIsElided();
    void aNumberIsNeverCut_data();
    void aNumberIsNeverCut();
    void theScaleIsLeftOutWhereItsWordsHaveNoRoom();
    void aSmallViewSaysWhoAndWhen();
    void aDateIsNotCutInChinese();
    void thePictureIsNotCoveredWithWords();
    void theWordsOfTheScaleKeepOffTheCorners();
    void whatMustNotBeOverlookedIsSaidWhole_data();
    void whatMustNotBeOverlookedIsSaidWhole();
    void noRowIsWiderThanItsRoom();
    void theWordsAreReadOverWhiteAndBlack();

private:
    QFontMetrics m_metrics = QFontMetrics(QFont());
    static QString saying(int edge, const QRectF &a, const QRectF &b)
    {
        QString words;
        QDebug(&words) << edge << a << b;
        return words;
    }
    int widthOf(const QString &text) const { return m_metrics.horizontalAdvance(text); }
};

void TestOverlay::aLineThatFitsStaysOne()
{
    const QStringList lines{u"Wang Xiaoming M 45y"_s, u"MRN 100238"_s};

    QCOMPARE(cornerRows(lines, {widthOf(lines.front()) + 1, 600}, m_metrics), lines);
}

void TestOverlay::aDateIsNotCutWhereThereIsRoomBelow()
{
    const int room = widthOf(u"Chest examination"_s);

    const auto rows = cornerRows({u"Chest examination 2026-11-21"_s}, {room + 1, 600}, m_metrics);

    QCOMPARE(rows, (QStringList{u"Chest examination"_s, u"2026-11-21"_s}));
}

void TestOverlay::aUnitStaysWithItsNumber()
{
    const int room = widthOf(u"Thickness 7.3"_s);

    const auto rows = cornerRows({u"Thickness 7.3 mm"_s}, {room + 1, 600}, m_metrics);

    QCOMPARE(rows, (QStringList{u"Thickness"_s, u"7.3 mm"_s}));
    const auto window = cornerRows({u"W 1500 L -600"_s}, {widthOf(u"W 1500 L"_s) + 1, 600}, m_metrics);
    QCOMPARE(window, (QStringList{u"W 1500"_s, u"L -600"_s}));
}

void TestOverlay::aWordThatIsTooLongAloneIsElided()
{
    const auto rows = cornerRows({u"CT Thoraxabdomenbecken"_s}, {widthOf(u"Thoraxabd…"_s), 600}, m_metrics);

    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.front(), u"CT"_s);
    QVERIFY(rows.back().endsWith(u'…'));
}

void TestOverlay::aNumberIsNeverCut_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("date") << u"Chest 2026-11-22 09:30"_s;
    QTest::newRow("lengths") << u"Thickness 7.3 mm Location \u2212148.6 mm"_s;
    QTest::newRow("window") << u"W 1500 L -600 (lung)"_s;
    QTest::newRow("Chinese") << u"层厚 7.3 mm 层面位置 \u2212148.6 mm"_s;
    QTest::newRow("alone") << u"100238"_s;
}

/// Half a date is another day.
void TestOverlay::aNumberIsNeverCut()
{
    QFETCH(QString, line);
    const auto words = line.split(u' ');
    for (int width = 10; width < widthOf(line); width += 3) {
        for (const auto &row : cornerRows({line}, {width, 3 * m_metrics.lineSpacing()}, m_metrics)) {
            for (auto word : row.split(u' ')) {
                word.remove(QChar(0x2026));
                const auto isDigit = [](QChar letter) { return letter.isDigit(); };
                QVERIFY2(words.contains(word) || std::ranges::none_of(word, isDigit), qPrintable(row));
            }
        }
    }
}

void TestOverlay::theWordsOfTheScaleKeepOffTheCorners()
{
    const viewer::ScaleBar bar{.mm = 100, .pixels = 80, .text = u"10 cm, by pixel spacing"_s};
    const QRectF view(0, 0, 270, 250);
    const QFont font;

    const auto alone = viewer::scaleBarBox(bar, view, font);
    const QRectF corner(150, 0, 120, alone.top() + 4);
    const auto below = viewer::scaleBarBox(bar, view, font, {corner});
    const QRectF bottom(150, below.bottom() - 4, 120, 100);
    const auto beside = viewer::scaleBarBox(bar, view, font, {corner, bottom});

    QVERIFY(corner.intersects(alone));
    QVERIFY(!corner.intersects(below));
    QVERIFY(below.bottom() > alone.bottom());
    QVERIFY(!corner.intersects(beside) && !bottom.intersects(beside));
    QCOMPARE(beside.height(), 80.0);
}

/// A length without its number, and a number over another, say nothing.
void TestOverlay::theScaleIsLeftOutWhereItsWordsHaveNoRoom()
{
    const viewer::ScaleBar bar{.mm = 100, .pixels = 40, .text = u"10 cm, by pixel spacing"_s};
    const QRect view(0, 0, 137, 137);
    QImage picture(view.size(), QImage::Format_RGB32);
    picture.fill(Qt::black);
    const auto before = picture;
    const std::vector<QRectF> taken{{8, 8, 121, 50}, {8, 90, 121, 40}};

    QVERIFY(viewer::scaleBarBox(bar, view, QFont(), taken).isEmpty());
    QPainter painter(&picture);
    viewer::paintScaleBar(painter, bar, view, QFont(), taken);
    painter.end();
    QCOMPARE(picture, before);
}

/// 4 x 4 in the panel of a small screen.
void TestOverlay::aSmallViewSaysWhoAndWhen()
{
    const viewer::CornerTexts texts{
        .topLeft = {u"张伟 男 45岁"_s, u"病历号 100238"_s, u"2026-11-23 胸部平扫"_s},
        .topRight = {u"CT Chest axial"_s, u"序列 1/1"_s},
        .bottomLeft = {u"层面 21/40"_s, u"W 1500 L -600"_s},
        .bottomRight = {u"0.5×"_s},
        .edges = {.left = u"R"_s, .right = u"L"_s, .top = u"A"_s, .bottom = u"P"_s},
        .whole = {u"张伟 男 45岁"_s, u"病历号 100238"_s, u"2026-11-23 胸部平扫"_s, u"层面 21/40"_s}};
    QFont font;
    font.setPixelSize(11);

    for (const int edge : {137, 150, 183, 200}) {
        const auto boxes = viewer::overlayBoxes({0, 0, edge, edge}, texts, font);

        for (std::size_t i = 0; i < boxes.size(); ++i) {
            QVERIFY2(QRectF(0, 0, edge, edge).contains(boxes[i]), qPrintable(QString::number(edge)));
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY2(!boxes[i].intersects(boxes[k]), qPrintable(saying(edge, boxes[i], boxes[k])));
        }
        QVERIFY(boxes.size() >= 6); // above, below and the letters of all edges
    }
}

void TestOverlay::aDateIsNotCutInChinese()
{
    const auto line = u"2002-05-24的检查，最近一次：2026-01-01"_s;
    for (int width = widthOf(u"2002-05-24的"_s); width < widthOf(line); ++width) {
        const auto rows = cornerRows({line}, {width + 1, 600}, m_metrics, {line});
        QCOMPARE(rows.join(QString()), line);
        QVERIFY2(rows.filter(u"2002-05-24"_s).size() == 1 && rows.filter(u"2026-01-01"_s).size() == 1,
                 qPrintable(rows.join(u'|')));
        QVERIFY(std::ranges::none_of(rows, [](const QString &row) { return row.startsWith(u'，'); }));
    }
    const auto prior = u"前次 2025-06-10（17个月前）"_s;
    const auto rows = cornerRows({prior}, {widthOf(u"2025-06-10（"_s), 600}, m_metrics, {prior});
    QCOMPARE(rows.mid(0, 2), (QStringList{u"前次"_s, u"2025-06-10"_s}));
    QVERIFY2(rows.value(2).startsWith(u"（17个"_s), qPrintable(rows.join(u'|')));
}

void TestOverlay::thePictureIsNotCoveredWithWords()
{
    const QStringList lines{u"one two three four five"_s, u"six seven eight nine ten"_s};
    const int room = widthOf(u"three four"_s);

    const auto rows = cornerRows(lines, {room, 6 * m_metrics.lineSpacing()}, m_metrics);

    QCOMPARE(rows.size(), 2);
    QVERIFY(rows.front().endsWith(u'…'));
}

void TestOverlay::whatMustNotBeOverlookedIsSaidWhole_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QSize>("room");
    const auto prior = u"PRIOR 2026-03-22 (8 months before)"_s;
    QTest::newRow("one line") << prior << QSize(widthOf(prior) + 1, 600);
    QTest::newRow("low") << prior << QSize(widthOf(prior) / 2, 250);
    QTest::newRow("low and narrow") << prior << QSize(107, 254);
    QTest::newRow("narrower than the date") << prior << QSize(widthOf(u"2026-03"_s), 254);
    QTest::newRow("Chinese, without blanks") << u"既往 2026-03-22（8个月前的检查）"_s << QSize(80, 254);
    QTest::newRow("hardly any room") << prior << QSize(40, 60);
}

/// The last of the others go first.
void TestOverlay::whatMustNotBeOverlookedIsSaidWhole()
{
    QFETCH(QString, whole);
    QFETCH(QSize, room);
    const QStringList lines{whole,      u"R MLO"_s,        u"DX Thorax posterior-anterior standing"_s,
                            u"CHEST"_s, u"Series 12/40"_s, u"Orientation not stated"_s};

    const auto rows = cornerRows(lines, room, m_metrics, {whole});

    const auto bare = [](QString words) { return words.remove(u' '); };
    QVERIFY2(bare(rows.join(QString())).startsWith(bare(whole)), qPrintable(rows.join(u'|')));
    for (const auto &row : rows)
        QVERIFY2(widthOf(row) <= room.width(), qPrintable(row));
    const auto others = rows.size() * m_metrics.lineSpacing() > room.height() / 2;
    QVERIFY2(!others || bare(rows.join(QString())) == bare(whole), "the corner below is met by other words");
}

void TestOverlay::noRowIsWiderThanItsRoom()
{
    const QStringList lines{u"胸部CT平扫 2026-11-21 09:30"_s, u"Series 12 of 40, thick slices"_s,
                            u"W 1500 L -600 (lung)"_s};
    for (int width = 20; width < 400; width += 7) {
        for (const int height : {60, 200, 900}) {
            for (const auto &row : cornerRows(lines, {width, height}, m_metrics))
                QVERIFY2(widthOf(row) <= width, qPrintable(row));
        }
    }
}

/// WCAG 2.1, 1.4.6: 7 to 1, whatever the picture is behind the words.
void TestOverlay::theWordsAreReadOverWhiteAndBlack()
{
    const viewer::CornerTexts texts{.topLeft = {u"Wang Xiaoming M 45y"_s},
                                    .topRight = {},
                                    .bottomLeft = {},
                                    .bottomRight = {},
                                    .edges = {}};
    for (const auto behind : {Qt::white, Qt::black}) {
        QImage picture(300, 100, QImage::Format_RGB32);
        picture.fill(behind);
        QPainter painter(&picture);
        viewer::paintOverlay(painter, picture.rect(), texts, QFont());
        painter.end();

        const auto box = viewer::overlayBoxes(picture.rect(), texts, QFont()).front().toRect();
        QColor ink = Qt::black;
        for (int x = box.left(); x < box.right(); ++x) {
            for (int y = box.top(); y < box.bottom(); ++y) {
                if (picture.pixelColor(x, y).lightness() > ink.lightness())
                    ink = picture.pixelColor(x, y);
            }
        }
        const double ratio = ui::contrast(ink, picture.pixelColor(box.left() - 1, box.center().y()));
        QVERIFY2(ratio >= 7, qPrintable(QString::number(ratio)));
    }
}

QTEST_MAIN(TestOverlay)
#include "test_overlay.moc"
