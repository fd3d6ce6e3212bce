"""The installer's files, given to the tools that know them."""
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile

import yaml


class Missing(Exception):
    pass


# systemd's exposure score times ten: 0 is best, 100 worst. "OK" begins below 50.
EXPOSURE_MOST = 15


def tool(name, root=None):
    found = shutil.which(name)
    unpacked = root / "build/tools" / name if root else None
    if not found and unpacked and os.access(unpacked, os.X_OK):
        return str(unpacked)
    if not found:
        raise Missing(f"{name} is not installed")
    return found


def run(*command, directory=None):
    done = subprocess.run(
        command, cwd=directory, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False
    )
    return [] if done.returncode == 0 else [f"{' '.join(map(str, command[:3]))}: {done.stdout.strip()}"]


def systemd(root):
    """`verify` wants the program to be there, so the copy it reads starts another one."""
    analyze = tool("systemd-analyze")
    source = (root / "installer/server/qob-server.service").read_text()
    copied = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", source, flags=re.M)
    copied = re.sub(r"^Documentation=.*\n", "", copied, flags=re.M)
    with tempfile.TemporaryDirectory() as work:
        unit = pathlib.Path(work) / "qob-server.service"
        unit.write_text(copied)
        verified = subprocess.run(
            [analyze, "verify", "--man=no", unit], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=60, check=False)
        # Warnings are errors here; what it says of other units of this machine is not ours.
        ours = [line for line in verified.stdout.splitlines() if "qob-server" in line]
        errors = ours or ([verified.stdout.strip()] if verified.returncode else [])
        return errors + run(analyze, "security", "--offline=true", f"--threshold={EXPOSURE_MOST}", "--no-pager", unit)


def dashboard_expressions(root):
    board = json.loads((root / "installer/monitoring/grafana/dashboards/qob.json").read_text())
    for panel in board["panels"]:
        for target in panel.get("targets", []):
            yield panel["title"], target["expr"]
    for annotation in board["annotations"]["list"]:
        if "expr" in annotation:
            yield annotation["name"], annotation["expr"]


def promtool(root):
    prom = tool("promtool", root)
    folder = root / "installer/monitoring"
    errors = []
    for name in ("prometheus.yml", "prometheus-remote.yml"):
        errors += run(prom, "check", "config", "--syntax-only", folder / name)
    errors += run(prom, "check", "rules", "--lint-fatal", folder / "alerts.yml")
    errors += run(prom, "test", "rules", folder / "alerts_test.yml")
    # Grafana's own variables, as it would fill them in; then Prometheus reads the dashboard's queries as rules.
    rules = [
        {"record": f"dashboard:{number}", "expr": expr.replace("$__rate_interval", "1m").replace("$instance", ".*")}
        for number, (_, expr) in enumerate(dashboard_expressions(root))
    ]
    with tempfile.TemporaryDirectory() as work:
        file = pathlib.Path(work) / "dashboard.yml"
        file.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": rules}]}))
        return errors + run(prom, "check", "rules", file)


def unknown_fields(given, kept, where):
    """What a manifest says and Kubernetes' own types do not know."""
    if isinstance(given, dict):
        for key, value in given.items():
            if not isinstance(kept, dict) or key not in kept:
                yield f"{where}.{key}: no such field"
            else:
                yield from unknown_fields(value, kept[key], f"{where}.{key}")
    elif isinstance(given, list):
        for number, value in enumerate(given):
            yield from unknown_fields(value, kept[number] if len(kept) > number else None, f"{where}[{number}]")


def kubernetes(root):
    """Each manifest read into the types of Kubernetes' own client, which knows fields and what is required."""
    try:
        from kubernetes.client import ApiClient
        from kubernetes.client.exceptions import ApiTypeError
    except ImportError as missing:
        raise Missing("python3-kubernetes is not installed") from missing
    types = {
        ("v1", "Namespace"): "V1Namespace", ("v1", "ConfigMap"): "V1ConfigMap", ("v1", "Secret"): "V1Secret",
        ("v1", "Pod"): "V1Pod", ("v1", "Service"): "V1Service", ("v1", "ServiceAccount"): "V1ServiceAccount",
        ("apps/v1", "StatefulSet"): "V1StatefulSet", ("policy/v1", "PodDisruptionBudget"): "V1PodDisruptionBudget",
        ("networking.k8s.io/v1", "NetworkPolicy"): "V1NetworkPolicy",
    }
    client = ApiClient()
    errors = []
    for file in sorted((root / "installer/kubernetes").glob("*.yaml")):
        if file.name == "kustomization.yaml":
            continue
        for given in yaml.safe_load_all(file.read_text()):
            where = f"{file.name}: {given.get('kind')}"
            kind = types.get((given.get("apiVersion"), given.get("kind")))
            if kind is None:
                errors.append(f"{where}: no such kind in {given.get('apiVersion')}")
                continue
            try:
                answer = type("Answer", (), {"data": json.dumps(given)})
                kept = client.sanitize_for_serialization(client.deserialize(answer, kind))
            except (ValueError, ApiTypeError) as problem:
                errors.append(f"{where}: {problem}")
                continue
            errors += [error for error in unknown_fields(given, kept, where)]
    return errors


def compose(root):
    try:
        program = [tool("docker-compose")]
    except Missing:
        program = [tool("docker"), "compose"]
        if run(*program, "version"):
            raise
    return run(*program, "-f", root / "installer/container/compose.yaml", "config", "--quiet")


def scripts(root):
    check = tool("shellcheck")
    server = root / "installer/server"
    return run(check, root / "installer/setup", server / "postinst", server / "prerm", server / "postrm")


def terminal(root):
    folder = root / "installer/terminal"
    # An id in reverse domain order wants a domain of the program's own, and there is none.
    named = "--override=cid-desktopapp-is-not-rdns=info"
    return run(tool("desktop-file-validate"), folder / "qob.desktop") + run(
        tool("appstreamcli"), "validate", "--no-net", named, folder / "qob.metainfo.xml")


def secrets(root):
    """The set-up script, run: what it makes, and that a second run changes nothing."""
    openssl = tool("openssl")
    setup = root / "installer/setup"
    errors = []
    with tempfile.TemporaryDirectory() as work:
        made = pathlib.Path(work) / "secrets"
        command = [setup, "--no-owner", "--host", "desk.example", "--host", "192.0.2.7", "--to", made]
        errors += run(*command)
        if errors:
            return errors
        before = {file.name: file.read_bytes() for file in made.iterdir()}
        errors += run(*command)
        if before != {file.name: file.read_bytes() for file in made.iterdir()}:
            errors.append("a second run changed a secret")
        for file in made.iterdir():
            if file.name != "tls_certificate" and stat.S_IMODE(file.stat().st_mode) != 0o600:
                errors.append(f"{file.name}: not of mode 0600")
        if not re.fullmatch(rb"[0-9a-f]{64}\n", before["master_key"]):
            errors.append("master_key: not 64 hex digits")
        password = before["postgres_password"].decode().strip()
        if before["pgpass"].decode() != f"postgres:5432:qob:qob:{password}\n" or len(password) < 32:
            errors.append("pgpass: not the database's password")
        for name in ("-checkhost desk.example", "-checkhost qob", "-checkip 192.0.2.7", "-checkip 127.0.0.1"):
            answer = subprocess.run(
                [openssl, "x509", "-in", made / "tls_certificate", "-noout", *name.split()],
                text=True, capture_output=True, check=True).stdout
            if "does match" not in answer:
                errors.append(f"tls_certificate: {answer.strip()}")
        manifest = pathlib.Path(work) / "secret.yaml"
        errors += run(setup, "kubernetes", "--to", manifest)
        example = yaml.safe_load_all((root / "installer/kubernetes/secret.example.yaml").read_text())
        shape = [(s["metadata"], s["type"], set(s.get("data", {})) | set(s.get("stringData", {}))) for s in example]
        ours = yaml.safe_load_all(manifest.read_text())
        if shape != [(s["metadata"], s["type"], set(s.get("data", {})) | set(s.get("stringData", {}))) for s in ours]:
            errors.append("the Secret manifest made is not of the example's shape")
    return errors


# What a package must have, besides its documents.
CONTENTS = {
    "qob-server": ["usr/bin/qob-server", "usr/lib/systemd/system/qob-server.service", "etc/qob/qob.toml",
                   "usr/lib/sysusers.d/qob-server.conf", "usr/lib/tmpfiles.d/qob-server.conf", "etc/default/qob-server"],
    "qob": ["usr/bin/qob", "usr/share/applications/qob.desktop", "usr/share/metainfo/qob.metainfo.xml",
            "usr/share/icons/hicolor/scalable/apps/qob.svg"],
}


def packages(root):
    deb = tool("dpkg-deb")
    found = sorted((root / "build/packages").glob("*.deb"))
    if not found:
        raise Missing("no package was made (./dev package)")
    errors = []
    for file in found:
        name = subprocess.run([deb, "-f", file, "Package"], text=True, capture_output=True, check=True).stdout.strip()
        depends = subprocess.run([deb, "-f", file, "Depends"], text=True, capture_output=True, check=True).stdout
        listing = subprocess.run([deb, "-c", file], text=True, capture_output=True, check=True).stdout.splitlines()
        names = {line.split(maxsplit=5)[5].removeprefix("./") for line in listing}
        errors += [f"{file.name}: {path} is missing" for path in CONTENTS.get(name, []) if path not in names]
        errors += [f"{file.name}: {line}" for line in listing if not line.split()[1] == "root/root"]
        errors += [f"{file.name}: {line}" for line in listing if re.match(r".{2}.[sS]|.{5}[wsS]|.{8}w", line)]
        errors += [f"{file.name}: a master key is in it" for path in names if "master.key" in path]
        if "libc6" not in depends:
            errors.append(f"{file.name}: its libraries are not among its dependencies: {depends.strip()}")
        if name == "qob-server" and "qt" in depends.lower():
            errors.append(f"{file.name}: the server depends on Qt")
    return errors


PARTS = {"secrets": secrets, "systemd": systemd, "promtool": promtool, "kubernetes": kubernetes, "compose": compose,
         "scripts": scripts, "terminal": terminal, "packages": packages}
