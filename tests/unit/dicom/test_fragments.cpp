#include "integration/dicom/element_walker.h"
#include "integration/dicom/fragments.h"

#include <QBuffer>
#include <QtEndian>
#include <QtTest>

using namespace simiao;
using dicom::Fragment;
using dicom::fragmentsOfFrame;

namespace {

QByteArray word(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

QByteArray item(const QByteArray &content)
{
    return QByteArray(word(0xE000FFFE) + word(static_cast<quint32>(content.size())) + content);
}

const QByteArray kEnd = QByteArray(word(0xE0DDFFFE) + word(0));

/// Pixel data in memory, its fragments listed.
struct Pixels
{
    explicit Pixels(const QByteArray &items)
        : bytes(items)
    {
        device.setBuffer(&bytes);
        device.open(QIODevice::ReadOnly);
        list = dicom::readFragments(
            device, {.element = 0x0010, .vr = "OB", .offset = 0, .length = 0, .isEncapsulated = true});
    }

    /// The bytes of a frame, "-" between its fragments.
    QByteArray frame(int index, int frames, const std::vector<quint64> &extended = {})
    {
        QByteArrayList parts;
        for (const auto &fragment : fragmentsOfFrame(device, list, extended, index, frames))
            parts.append(bytes.mid(fragment.offset, fragment.length));
        return parts.join('-');
    }

    QByteArray bytes;
    QBuffer device;
    dicom::FragmentList list;
};

const QByteArray kJpeg = QByteArray::fromHex("ffd8ff");

} // namespace

class TestFragments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFrameHasThemAll();
    void asManyFramesAsFragments();
    void theOffsetTableTellsThemApart();
    void theExtendedOffsetTableComesFirst();
    void theBeginningsOfCodestreamsTellThemApart();
    void aTableThatMakesNoSenseIsNotBelieved();
    void framesThatCannotBeToldApartAreNone();
    void delimitersWithinPixelsAreNone();
    void aFileThatEndsEarlyKeepsWhatIsThere();
};

void TestFragments::oneFrameHasThemAll()
{
    Pixels pixels(item({}) + item("ab") + item("cd") + kEnd);

    QVERIFY(pixels.list.isWhole);
    QCOMPARE(pixels.frame(0, 1), "ab-cd");
    QCOMPARE(joined(pixels.device, pixels.list.fragments).size(), std::size_t{4});
}

void TestFragments::asManyFramesAsFragments()
{
    Pixels pixels(item({}) + item("ab") + item("cd") + kEnd);

    QCOMPARE(pixels.frame(0, 2), "ab");
    QCOMPARE(pixels.frame(1, 2), "cd");
}

void TestFragments::theOffsetTableTellsThemApart()
{
    Pixels pixels(item(word(0) + word(20)) + item("ab") + item("cd") + item("ef") + kEnd);

    QCOMPARE(pixels.frame(0, 2), "ab-cd");
    QCOMPARE(pixels.frame(1, 2), "ef");
}

void TestFragments::theExtendedOffsetTableComesFirst()
{
    Pixels pixels(item(word(0) + word(20)) + item("ab") + item("cd") + item("ef") + kEnd);

    QCOMPARE(pixels.frame(0, 2, {0, 10}), "ab");
    QCOMPARE(pixels.frame(1, 2, {0, 10}), "cd-ef");
}

void TestFragments::theBeginningsOfCodestreamsTellThemApart()
{
    Pixels pixels(item({}) + item(kJpeg + 'a') + item("bb") + item(kJpeg + 'c') + kEnd);

    QCOMPARE(pixels.frame(0, 2), QByteArray(kJpeg + "a-bb"));
    QCOMPARE(pixels.frame(1, 2), QByteArray(kJpeg + "c"));
}

void TestFragments::aTableThatMakesNoSenseIsNotBelieved()
{
    Pixels pixels(item(word(0) + word(7)) + item("ab") + item("cd") + kEnd);

    QCOMPARE(pixels.frame(1, 2), "cd");
}

void TestFragments::framesThatCannotBeToldApartAreNone()
{
    Pixels pixels(item({}) + item("ab") + item("cd") + item("ef") + kEnd);

    QCOMPARE(pixels.frame(0, 2), QByteArray());
    QCOMPARE(pixels.frame(1, 2), QByteArray());
}

void TestFragments::delimitersWithinPixelsAreNone()
{
    Pixels pixels(item({}) + item(kEnd) + item("cd") + kEnd);

    QCOMPARE(pixels.list.fragments.size(), std::size_t{2});
    QVERIFY(pixels.list.isWhole);
}

void TestFragments::aFileThatEndsEarlyKeepsWhatIsThere()
{
    Pixels pixels((item({}) + item("ab") + item("cdef")).chopped(2));

    QVERIFY(!pixels.list.isWhole);
    QCOMPARE(pixels.frame(0, 3), "ab");
    QCOMPARE(pixels.frame(1, 3), "cd");
    QCOMPARE(pixels.frame(2, 3), QByteArray());
}

QTEST_GUILESS_MAIN(TestFragments)
#include "test_fragments.moc"
