#include "ui/widgets/preview_line_edit.h"

#include <QTest>

using namespace simiao::ui;
using namespace Qt::StringLiterals;

namespace {

const auto kName = u"A drug with a very long name indeed, and how it is taken, three times a day"_s;
const auto kAmount = u"= 42 caps  18.90"_s;

/// What is painted at the right end of the field, where the amount stands.
QImage rightEnd(PreviewLineEdit &field, int width)
{
    const QImage all = field.grab().toImage();
    const auto ratio = all.devicePixelRatio();
    const int pixels = int(width * ratio);
    return all.copy(all.width() - pixels, 0, pixels, all.height());
}

} // namespace

class TestPreviewLineEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsOneText()
    {
        PreviewLineEdit field;
        field.setPreview(kName, kAmount);
        QCOMPARE(field.preview(), kName + u"  "_s + kAmount);
        QCOMPARE(field.accessibleDescription(), field.preview());
        field.setPreview(kName);
        QCOMPARE(field.preview(), kName);
    }

    // However narrow the field and however long the name: the amount looks the same.
    void amountIsNeverCut()
    {
        PreviewLineEdit field;
        const int amount = field.fontMetrics().horizontalAdvance(kAmount);
        field.resize(3 * amount + field.fontMetrics().horizontalAdvance(kName), 28);
        field.setPreview({}, kAmount);
        const QImage whole = rightEnd(field, amount);

        field.setPreview(kName, kAmount);
        QCOMPARE(rightEnd(field, amount), whole);
        field.resize(amount + 40, 28);
        QCOMPARE(rightEnd(field, amount), whole);
    }

    void typedTextScrollsBesideTheAmount()
    {
        PreviewLineEdit field;
        field.setPreview(kName, kAmount);
        QVERIFY(field.textMargins().right() >= field.fontMetrics().horizontalAdvance(kAmount));
        field.setPreview(kName);
        QCOMPARE(field.textMargins().right(), 0);
    }
};

QTEST_MAIN(TestPreviewLineEdit)
#include "test_preview_line_edit.moc"
