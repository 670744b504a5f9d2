#include "integration/dicomweb/media_type.h"
#include "integration/dicomweb/multipart_reader.h"

#include <QtTest>

using namespace simiao;
using namespace simiao::dicomweb;
using namespace Qt::StringLiterals;

namespace {

struct Read
{
    QList<QByteArray> bodies;
    QString error; ///< code and detail; empty: good
};

QString textOf(const Result<void> &result)
{
    return result ? QString() : result.error().code + u' ' + result.error().detail;
}

/// \param step  so many bytes at a time
Read read(const QByteArray &bytes, qsizetype step, const QByteArray &boundary = "b", qint64 mostBytes = 1000)
{
    Read all;
    MultipartReader reader(boundary, mostBytes, [&all](const Part &part) {
        all.bodies.append(part.body);
        return ok();
    });
    for (qsizetype at = 0; at < bytes.size() && all.error.isEmpty(); at += step)
        all.error = textOf(reader.feed(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at))));
    if (all.error.isEmpty())
        all.error = textOf(reader.finish());
    return all;
}

QByteArray part(const QByteArray &body, const QByteArray &head = "Content-Type: application/dicom\r\n")
{
    return "--b\r\n" + head + "\r\n" + body + "\r\n";
}

QByteArray measured(const QByteArray &body)
{
    return part(body, "Content-Length: " + QByteArray::number(body.size()) + "\r\n");
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsParts_data();
    void readsParts();
    void handsOnEachPartAsItEnds();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysWhereItWasCut();
    void endsWithTheErrorOfTheReceiver();
    void readsMediaTypes_data();
    void readsMediaTypes();
};

void TestMultipart::readsParts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("bodies");
    const QByteArray tricky = "--b\r\n--\r\n-\r\n--c\r\n\r\n--";
    QTest::newRow("one") << part("abc") + "--b--" << QList<QByteArray>{"abc"};
    QTest::newRow("more") << part("abc") + part("") + part("de") + "--b--\r\n"
                          << QList<QByteArray>{"abc", "", "de"};
    QTest::newRow("with lengths") << measured("abc") + measured("") + measured("de") + "--b--\r\n"
                                  << QList<QByteArray>{"abc", "", "de"};
    QTest::newRow("text before and behind")
        << "a word\r\nbefore\r\n" + part("abc") + "--b--\r\nand behind" << QList<QByteArray>{"abc"};
    QTest::newRow("no head") << QByteArray("--b\r\n\r\nabc\r\n--b--") << QList<QByteArray>{"abc"};
    QTest::newRow("blanks behind the boundary")
        << QByteArray("--b \t\r\n\r\nabc\r\n--b--") << QList<QByteArray>{"abc"};
    QTest::newRow("nearly the boundary in it") << part(tricky) + "--b--" << QList<QByteArray>{tricky};
    QTest::newRow("the boundary in a measured part")
        << measured("x\r\n--b\r\n\r\ny") + "--b--" << QList<QByteArray>{"x\r\n--b\r\n\r\ny"};
    QTest::newRow("none at all") << QByteArray("--b--") << QList<QByteArray>();
}

void TestMultipart::readsParts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QByteArray>, bodies);

    for (qsizetype step = 1; step <= bytes.size(); ++step) {
        const auto got = read(bytes, step);
        QCOMPARE(got.error, QString());
        QCOMPARE(got.bodies, bodies);
    }
}

void TestMultipart::handsOnEachPartAsItEnds()
{
    int parts = 0;
    MultipartReader reader("b", 1000, [&parts](const Part &one) {
        ++parts;
        return one.headers.empty() ? Result<void>(Error{}) : ok();
    });

    QVERIFY(reader.feed(part("abc")));
    QCOMPARE(parts, 0);
    QVERIFY(reader.feed("--b"));
    QCOMPARE(parts, 1);
}

void TestMultipart::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    QTest::newRow("no boundary") << QByteArray(20'000, 'x') << u"archive.answer part 1: no boundary"_s;
    QTest::newRow("an endless head") << part("abc") + "--b\r\n" + QByteArray("A: b\r\n").repeated(4000)
                                     << u"archive.answer part 2: its head is too long"_s;
    QTest::newRow("a line without a colon")
        << part("abc", "nonsense\r\n") + "--b--" << u"archive.answer part 1: a line of its head is none"_s;
    QTest::newRow("text behind the boundary")
        << QByteArray("--bx\r\n\r\nabc\r\n--b--") << u"archive.answer part 1: text behind its boundary"_s;
    QTest::newRow("a length that is none")
        << part("abc", "Content-Length: -3\r\n") + "--b--" << u"archive.answer part 1: its length is none"_s;
    QTest::newRow("a length beyond all") << part("abc", "Content-Length: 9000000000000000000\r\n") + "--b--"
                                         << u"archive.answer part 1: it is too long"_s;
    QTest::newRow("longer than it tells") << part("abcd", "Content-Length: 3\r\n") + "--b--"
                                          << u"archive.answer part 1: it is not as long as it tells"_s;
    QTest::newRow("shorter than it tells") << part("ab", "Content-Length: 3\r\n") + "--b--"
                                           << u"archive.answer part 1: it is not as long as it tells"_s;
    QTest::newRow("too long") << part(QByteArray(3000, 'x')) + "--b--"
                              << u"archive.answer part 1: it is too long"_s;
}

void TestMultipart::saysWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);

    for (const qsizetype step : {1, 7, 100'000})
        QCOMPARE(read(bytes, step).error, error);
}

void TestMultipart::saysWhereItWasCut()
{
    const auto whole = part("abc") + measured("defg") + "--b--";

    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto got = read(whole.first(size), 5);
        QVERIFY2(got.error.startsWith(u"archive.cut part "_s), qPrintable(got.error));
    }
}

void TestMultipart::endsWithTheErrorOfTheReceiver()
{
    MultipartReader reader(
        "b", 1000, [](const Part &) { return Result<void>(Error{ErrorKind::Unavailable, u"disk.full"_s}); });

    const auto fed = reader.feed(part("abc") + part("def"));

    QVERIFY(!fed);
    QCOMPARE(fed.error().code, u"disk.full"_s);
}

void TestMultipart::readsMediaTypes_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("boundary");
    QTest::newRow("plain") << QByteArray("multipart/related; boundary=abc") << QByteArray("multipart/related")
                           << QByteArray("abc");
    QTest::newRow("quoted") << QByteArray(
        "Multipart/Related;type=\"application/dicom\";Boundary=\"a;b\\\"c\"")
                            << QByteArray("multipart/related") << QByteArray("a;b\"c");
    QTest::newRow("cut") << QByteArray("multipart/related; boundary=\"abc") << QByteArray("multipart/related")
                         << QByteArray("\"abc");
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("signs") << QByteArray(";;=;=;\\\"") << QByteArray() << QByteArray();
}

void TestMultipart::readsMediaTypes()
{
    QFETCH(QByteArray, header);

    const auto type = readMediaType(header);

    QTEST(type.type, "type");
    QTEST(type.parameters.value("boundary"), "boundary");
}

QTEST_GUILESS_MAIN(TestMultipart)
#include "test_multipart.moc"
