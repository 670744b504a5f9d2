#include "host/discovery.h"
#include "host/key_clashes.h"
#include "sdk/backend_plugin.h"
#include "sdk/feature_plugin.h"

#include <QTest>

using namespace simiao;
using namespace simiao::host;
using namespace Qt::StringLiterals;

namespace {

Json parsed(const char *text)
{
    return *Json::parse(text);
}

Json aManifest()
{
    return parsed(R"({
        "id": "orders", "version": "1.2.0", "compatVersion": "1.0", "sdk": 1, "kind": "feature",
        "title": {"en": "Orders", "zh": "医嘱"},
        "requires": [{"id": "outpatient", "version": "1.0"}, {"id": "imaging", "version": "0.9", "type": "optional"}],
        "permissions": ["medication-request.write"],
        "extensions": [{"point": "consult.orders", "component": "orders.lines", "order": 20, "roles": ["physician"],
                        "keys": "Alt+3", "title": {"en": "Drugs", "zh": "药品"}}]
    })");
}

Json metaData(const Json &manifest, const char *interfaceId = SimiaoFeaturePlugin_iid)
{
    return Json(Json::Object{{u"IID"_s, QString::fromLatin1(interfaceId)}, {u"MetaData"_s, manifest}});
}

sdk::PluginManifest withKeys(const QString &id, const QString &point, const QString &keys)
{
    sdk::PluginManifest manifest;
    manifest.id = id;
    sdk::Extension extension;
    extension.point = point;
    extension.keys = keys;
    manifest.extensions = {extension};
    return manifest;
}

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatAPluginSaysOfItself()
    {
        const auto manifest = acceptManifest(metaData(aManifest()), u"features"_s);

        QVERIFY(manifest);
        QCOMPARE(manifest->id, u"orders"_s);
        QCOMPARE(manifest->version, QVersionNumber(1, 2, 0));
        QCOMPARE(manifest->title.zh, u"医嘱"_s);
        QCOMPARE(manifest->requires_[0].type, sdk::DependencyType::Required);
        QCOMPARE(manifest->requires_[1].type, sdk::DependencyType::Optional);
        QCOMPARE(manifest->extensions[0].roles, QStringList{u"physician"_s});
        QVERIFY(manifest->unknownKeys.isEmpty());
    }

    void readsWhereAPanelMayStand()
    {
        const auto manifest = acceptManifest(metaData(parsed(R"({
            "id": "pictures", "version": "1.0", "compatVersion": "1.0", "sdk": 1, "kind": "feature",
            "extensions": [
                {"point": "consult.side", "component": "pictures.panel", "screen": "images", "patientSafe": true},
                {"point": "consult.side", "component": "pictures.list"}]
        })")),
                                             u"features"_s);

        QVERIFY(manifest);
        QCOMPARE(manifest->extensions[0].screen, u"images"_s);
        QVERIFY(manifest->extensions[0].isPatientSafe);
        QVERIFY(manifest->extensions[1].screen.isEmpty());
        QVERIFY(!manifest->extensions[1].isPatientSafe); // what says nothing is not for the patient
    }

    void saysWhichKeyIsMissing_data()
    {
        QTest::addColumn<QString>("key");
        for (const auto *key : {"id", "version", "compatVersion", "kind", "sdk"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }

    void saysWhichKeyIsMissing()
    {
        QFETCH(QString, key);
        auto members = aManifest().object();
        members.erase(key);

        const auto manifest = acceptManifest(metaData(Json(members)), u"features"_s);

        QCOMPARE(manifest.error().code, u"plugin.manifest"_s);
        QCOMPARE(manifest.error().detail, key);
    }

    void keyOfANewerHostIsAWarning()
    {
        auto json = aManifest();
        json.insert(u"telepathy"_s, true);

        const auto manifest = acceptManifest(metaData(json), u"features"_s);

        QCOMPARE(manifest->unknownKeys, QStringList{u"telepathy"_s});
    }

    void refusesAnotherSdk()
    {
        auto json = aManifest();
        json.insert(u"sdk"_s, 2);

        QCOMPARE(acceptManifest(metaData(json), u"features"_s).error().code, u"plugin.sdk"_s);
    }

    void refusesTheWrongFolder()
    {
        QCOMPARE(acceptManifest(metaData(aManifest()), u"backends"_s).error().code, u"plugin.kind"_s);
    }

    void refusesAnInterfaceThatIsNotTheKinds()
    {
        const auto manifest = acceptManifest(metaData(aManifest(), SimiaoBackendPlugin_iid), u"features"_s);

        QCOMPARE(manifest.error().code, u"plugin.interface"_s);
    }

    void refusesMetaDataWithoutAManifest()
    {
        QCOMPARE(acceptManifest(parsed(R"({"IID": "x"})"), u"features"_s).error().code, u"plugin.manifest"_s);
    }

    void leavesRelativePluginFoldersOut()
    {
        const auto roots = pluginRoots(u"/opt/simiao/bin"_s, {u"more"_s, u"/srv/simiao"_s});

        QCOMPARE(roots, QStringList({u"/opt/simiao/lib/simiao/plugins"_s, u"/srv/simiao"_s}));
    }

    void reportsKeysThatTwoWant()
    {
        const auto clashes = keyClashes(
            {withKeys(u"a"_s, u"consult.side"_s, u"Alt+4"_s), withKeys(u"b"_s, u"consult.side"_s, u"alt+4"_s),
             withKeys(u"c"_s, u"consult.note"_s, u"Alt+4"_s), withKeys(u"d"_s, u"consult.side"_s, {})});

        QCOMPARE(clashes.size(), std::size_t(1));
        QCOMPARE(clashes.at(u"b"_s),
                 std::vector({sdk::PluginNotice{u"plugin.key-clash"_s, u"consult.side Alt+4: a"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "test_manifest.moc"
