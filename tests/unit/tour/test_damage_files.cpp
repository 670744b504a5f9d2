#include "tour/damage_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace simiao::tour;
using namespace Qt::StringLiterals;

class TestDamageFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"profile/data"_s));
        write(u"profile/data/simiao.db"_s);
        write(u"outside.db"_s);
    }

    void overwritesTheBeginningAndKeepsTheLength()
    {
        QVERIFY(damageFiles({{u"data/simiao.db"_s}, Damage::How::Overwrite, 0}, profile()));

        const auto bytes = read(u"profile/data/simiao.db"_s);
        QCOMPARE(bytes.size(), 10'000);
        QVERIFY(bytes.startsWith(QByteArray(8192, 'x')));
        QVERIFY(bytes.endsWith("good"));
    }

    void truncatesAndRemoves()
    {
        QVERIFY(damageFiles({{u"data/simiao.db"_s}, Damage::How::Truncate, 0}, profile()));
        QVERIFY(read(u"profile/data/simiao.db"_s).isEmpty());

        QVERIFY(damageFiles({{u"data/simiao.db"_s}, Damage::How::Remove, 0}, profile()));
        QVERIFY(!QFile::exists(m_folder->filePath(u"profile/data/simiao.db"_s)));
    }

    void touchesNothingOutsideTheProfile()
    {
        QVERIFY(QFile::link(m_folder->filePath(u"outside.db"_s), m_folder->filePath(u"profile/link.db"_s)));
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"profile/up"_s)));

        for (const auto &name : {u"link.db"_s, u"up/outside.db"_s, u"data"_s, u"nothing.db"_s})
            QCOMPARE(damageFiles({{name}, Damage::How::Truncate, 0}, profile()).error().code,
                     u"tour.damage"_s);
        QCOMPARE(read(u"outside.db"_s).size(), 10'000);
    }

    void knowsWhichNamesStayInside()
    {
        for (const auto &name : {u"/a"_s, u".."_s, u"../a"_s, u"a/../../b"_s, u"."_s, QString()})
            QVERIFY2(!isBelowProfile(name), qPrintable(name));
        QVERIFY(isBelowProfile(u"data/simiao.db-wal"_s));
    }

private:
    QString profile() const { return m_folder->filePath(u"profile"_s); }

    void write(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(9'996, '.') + "good"), 10'000);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDamageFiles)
#include "test_damage_files.moc"
