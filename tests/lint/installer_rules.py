"""What the installer's files must say, and where they must say the same."""
import json
import re
import tomllib

import yaml

import installer_rules_cluster
import installer_tools

# Read from the environment only.
ENVIRONMENT_ONLY = {"QOB_SERVE_MASTER_KEY"}
HEALTH = {"/health", "/health/live", "/health/ready"}
# Labels that are Prometheus' own or a histogram's.
FOREIGN_LABELS = {"job", "instance", "le", "alertstate", "alertname"}


class OneKey(yaml.SafeLoader):
    """A key that stands twice is an error, not a silent win of the second."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value if key.tag != "tag:yaml.org,2002:merge"]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise yaml.YAMLError(f"{node.start_mark}: twice: {', '.join(map(str, twice))}")
        return super().construct_mapping(node, deep)


def parse_all(root):
    errors = []
    for file in sorted((root / "installer").rglob("*")):
        if "secrets" in file.parts:
            continue
        try:
            if file.suffix in (".yml", ".yaml"):
                list(yaml.load_all(file.read_text(), OneKey))
            elif file.suffix == ".json":
                json.loads(file.read_text())
            elif file.suffix == ".toml":
                tomllib.loads(file.read_text())
        except (yaml.YAMLError, ValueError) as problem:
            errors.append(f"{file.relative_to(root)}: {problem}")
    return errors


def known_metrics(root):
    """name -> its labels, with a histogram's three series."""
    known = {}
    for line in (root / "installer/monitoring/metrics.txt").read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, kind, *labels = line.split()
        labels = set(labels[0].split(",")) if labels else set()
        if kind == "histogram":
            known |= {name + suffix: labels for suffix in ("_bucket", "_sum", "_count")}
        elif kind in ("counter", "gauge"):
            known[name] = labels
        else:
            raise ValueError(f"metrics.txt: {name}: no such type: {kind}")
    return known


def metric_errors(where, expression, known):
    used = re.findall(r"\b((?:qob|process)_[a-z0-9_]+)(?:\{([^}]*)\})?", re.sub(r'"[^"]*"', '""', expression))
    for name, selector in used:
        if name not in known:
            yield f"{where}: no metric is called {name}"
            continue
        for label in re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", selector or ""):
            if label not in known[name] | FOREIGN_LABELS:
                yield f"{where}: {name} has no label {label}"
    labels = set().union(*(known.get(name, set()) for name, _ in used)) | FOREIGN_LABELS
    for group in re.findall(r"\b(?:by|without)\s*\(([^)]*)\)", expression):
        for label in filter(None, (part.strip() for part in group.split(","))):
            if label not in labels:
                yield f"{where}: by ({label}): none of its metrics has that label"


def program_metrics(root):
    """What the program registers, as metrics.txt would list it: names and types."""
    text = (root / "engine/gateway/metrics.cpp").read_text()
    return {(name, kind) for kind, name in re.findall(r'\b(counter|gauge|histogram)s\("(\w+)"', text)}


def metrics(root):
    folder = root / "installer/monitoring"
    known = known_metrics(root)
    errors = []
    listed = {tuple(line.split()[:2]) for line in (folder / "metrics.txt").read_text().splitlines()
              if line and not line.startswith("#")}
    errors += [f"metrics.txt: {name}: the program has no such {kind}" for name, kind in listed - program_metrics(root)]
    errors += [f"metrics.txt: the program's {kind} {name} is missing" for name, kind in program_metrics(root) - listed]
    shown = ""
    for title, expression in installer_tools.dashboard_expressions(root):
        shown += expression + "\n"
        errors += metric_errors(f"qob.json: {title}", expression, known)
    rules = [r for g in yaml.safe_load((folder / "alerts.yml").read_text())["groups"] for r in g["rules"]]
    tests = (folder / "alerts_test.yml").read_text()
    for rule in rules:
        name = rule["alert"]
        errors += metric_errors(f"alerts.yml: {name}", rule["expr"], known)
        if rule.get("labels", {}).get("severity") not in ("page", "ticket"):
            errors.append(f"alerts.yml: {name}: severity is neither page nor ticket")
        if not {"summary", "description"} <= set(rule.get("annotations", {})):
            errors.append(f"alerts.yml: {name}: wants a summary and a description")
        if not re.search(rf"\b{name}\b", tests):
            errors.append(f"alerts_test.yml: {name} is not tested")
    if len({rule["alert"] for rule in rules}) != len(rules):
        errors.append("alerts.yml: two alerts of one name")
    for test in yaml.safe_load(tests)["tests"]:
        for series in test["input_series"]:
            errors += metric_errors(f"alerts_test.yml: {test['name']}", series["series"], known)
    for name in known:
        if not re.search(rf"\b{re.sub('_(bucket|sum|count)$', '', name)}", shown):
            errors.append(f"qob.json: {name} is shown nowhere")
    for page in sorted((root / "docs").glob("*.md")):
        for name in re.findall(r"`(qob_[a-z0-9_]+)", page.read_text()):
            if name not in known and f"{name}_bucket" not in known:
                errors.append(f"docs/{page.name}: no metric is called {name}")
    return errors


def dashboard(root):
    folder = root / "installer/monitoring/grafana"
    board = json.loads((folder / "dashboards/qob.json").read_text())
    source = yaml.safe_load((folder / "provisioning/datasources/prometheus.yml").read_text())["datasources"][0]
    provider = yaml.safe_load((folder / "provisioning/dashboards/qob.yml").read_text())["providers"][0]
    compose = (root / "installer/container/compose.yaml").read_text()
    errors = []
    if f"dashboards:{provider['options']['path']}:ro" not in compose:
        errors.append("compose.yaml: the dashboards are not mounted where Grafana is told to look for them")
    taken = {}
    for panel in board["panels"]:
        where = f"qob.json: {panel['title']}"
        place = panel["gridPos"]
        if place["x"] + place["w"] > 24:
            errors.append(f"{where}: wider than the page")
        for x in range(place["x"], place["x"] + place["w"]):
            for y in range(place["y"], place["y"] + place["h"]):
                if taken.setdefault((x, y), panel["title"]) != panel["title"]:
                    errors.append(f"{where}: lies over {taken[x, y]}")
        if panel["type"] == "row":
            continue
        if panel["datasource"]["uid"] != source["uid"] or any(
                target["datasource"]["uid"] != source["uid"] for target in panel["targets"]):
            errors.append(f"{where}: of a data source that is not provisioned")
        if not panel.get("description"):
            errors.append(f"{where}: does not say what it shows")
    if len({panel["id"] for panel in board["panels"]}) != len(board["panels"]):
        errors.append("qob.json: two panels of one id")
    return sorted(set(errors))


def program_settings(root):
    """section -> names, out of the program's own table."""
    found = {}
    text = (root / "engine/base/config.cpp").read_text()
    for section, name in re.findall(r'Setting\{\s*"([a-z]+)\.([a-z0-9_]+)"', text):
        found.setdefault(section, set()).add(name)
    return found


def settings(root):
    known = program_settings(root)
    errors = []
    cluster = yaml.safe_load((root / "installer/kubernetes/configmap.yaml").read_text())["data"]["qob.toml"]
    server = (root / "installer/server/qob.toml").read_text()
    # What is proposed in a comment must be right when the comment mark is taken away.
    proposed = re.sub(r"^# (\w+ = )", r"\1", server, flags=re.M)
    for where, text in (("server/qob.toml", server), ("server/qob.toml, with what it proposes", proposed),
                        ("kubernetes/configmap.yaml", cluster)):
        try:
            sections = tomllib.loads(text)
        except tomllib.TOMLDecodeError as problem:
            return [f"{where}: {problem}"]
        for section, values in sections.items():
            errors += [f"{where}: there is no setting {section}.{name}"
                       for name in values if name not in known.get(section, set())]
    left_out = known["serve"] - set(tomllib.loads(proposed)["serve"])
    errors += [f"server/qob.toml: does not name serve.{name}" for name in sorted(left_out)]
    variables = {f"QOB_{section}_{name}".upper() for section, names in known.items() for name in names}
    for file in sorted((root / "installer").rglob("*")) + [root / "docs/install.md"]:
        if file.is_file() and "secrets" not in file.parts and file.suffix != ".png":
            errors += [f"{file.relative_to(root)}: the program would refuse {name}"
                       for name in re.findall(r"\bQOB_SERVE_(?!NAME\b)[A-Z0-9_]+\b", file.read_text())
                       if name not in variables | ENVIRONMENT_ONLY]
    return errors


def unit_of(root):
    """Settings of the unit, lists of them where one stands more than once."""
    values = {}
    for line in (root / "installer/server/qob-server.service").read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            name, value = line.split("=", 1)
            values.setdefault(name, []).append(value)
    return values


HARDENED = {
    "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes",
    "PrivateDevices": "yes", "CapabilityBoundingSet": "", "MemoryDenyWriteExecute": "yes", "RestrictSUIDSGID": "yes",
    "Restart": "on-failure", "Type": "notify",
}


def agreement(root):
    """One fact, one value: where two files tell the same thing they must tell it alike."""
    def read(path):
        return (root / path).read_text()

    def first(pattern, path):
        found = re.search(pattern, read(path), re.M)
        return found.group(1) if found else f"(not in {path})"

    unit = unit_of(root)
    toml = tomllib.loads(read("installer/server/qob.toml"))["serve"]
    program, _, _, config, *_ = unit["ExecStart"][0].split()
    dockerfile, package = "installer/container/Dockerfile", "cmake/PackageServer.cmake"
    sysusers = read("installer/server/qob-server.sysusers").split()
    tmpfiles = read("installer/server/qob-server.tmpfiles").split()
    conffiles = read("installer/server/conffiles").split()
    version = first(r"project\(qob VERSION (\S+)", "CMakeLists.txt")
    facts = {
        "program": [program, "/usr/bin/" + first(r"CMAKE_INSTALL_BINDIR} RENAME (\S+)\)", package),
                    first(r'^ENTRYPOINT \["([^"]+)"', dockerfile)],
        "configuration": [config, conffiles[0], first(r'^CMD \[.*"([^"]+)"\]', dockerfile),
                          first(r'command: \["serve", "--config", "([^"]+)"', "installer/container/compose.yaml"),
                          first(r'args: \["serve", "--config", "([^"]+)"', "installer/kubernetes/statefulset.yaml"),
                          first(r"qob.toml DESTINATION (\S+)\)", package) + "/qob.toml"],
        "arguments": [unit["EnvironmentFile"][0].lstrip("-"), conffiles[1]],
        "state": [toml["data"], "/var/lib/" + unit["StateDirectory"][0], tmpfiles[1], sysusers[-1],
                  first(r"^VOLUME (\S+)", dockerfile), first(r"qob-data:([^\"]+)", "installer/container/compose.yaml"),
                  first(r"name: data, mountPath: ([^}]+)}", "installer/kubernetes/statefulset.yaml")],
        "master key": [toml["master_key_file"], first(r"^KEY=(\S+)", "installer/server/postinst"),
                       first(r"rm -rf (\S+)", dockerfile)],
        "user": [unit["User"][0], unit["Group"][0], sysusers[1], tmpfiles[3], tmpfiles[4],
                 first(r"chown (\w+):", "installer/server/postinst")],
        "user's number": [first(r"--gid (\d+) qob", dockerfile), first(r"--uid (\d+)", dockerfile),
                          first(r"^USER (\d+):", dockerfile), first(r"^(\d+):\d+ master_key", "installer/setup"),
                          first(r"runAsUser: (\d+)", "installer/kubernetes/statefulset.yaml"),
                          first(r"fsGroup: (\d+)", "installer/kubernetes/statefulset.yaml")],
        "port": [str(toml["port"]), first(r"^EXPOSE (\d+)", dockerfile), first(r"SERVE_PORT=(\d+)", dockerfile),
                 first(r"127.0.0.1}:\d+:(\d+)", "installer/container/compose.yaml"),
                 first(r"containerPort: (\d+)", "installer/kubernetes/statefulset.yaml"),
                 first(r'^ +- targets: \["127.0.0.1:(\d+)"', "installer/monitoring/prometheus.yml")],
        "version": [version, first(r"image: qob-server:(\S+)", "installer/container/compose.yaml"),
                    first(r"image: qob-server:(\S+)", "installer/kubernetes/statefulset.yaml"),
                    first(r"image: qob-server:(\S+)", "installer/kubernetes/first-user.yaml"),
                    first(r"newTag: (\S+)", "installer/kubernetes/kustomization.yaml"),
                    first(r'release version="([^"]+)"', "installer/terminal/qob.metainfo.xml")],
    }
    errors = [f"{fact}: files differ: {', '.join(values)}" for fact, values in facts.items() if len(set(values)) > 1]
    errors += [f"qob-server.service: {name} is not '{value}'"
               for name, value in HARDENED.items() if unit.get(name) != [value]]
    # Of what stands last it depends whether a call is allowed.
    filters = unit["SystemCallFilter"]
    if "setpriority(" in read("engine/base/thread.cpp") and (
            "setpriority" not in filters or filters.index("setpriority") < filters.index("~@privileged @resources")):
        errors.append("qob-server.service: threads of the background may not call setpriority")
    for path in (dockerfile, "installer/kubernetes/statefulset.yaml"):
        errors += [f"{path}: no such place: {place}"
                   for place in re.findall(r"/health[a-z/]*", read(path)) if place not in HEALTH]
    return errors


def check(root):
    errors = parse_all(root)
    if errors:
        return errors
    for part in (metrics, dashboard, settings, agreement, installer_rules_cluster.compose,
                 installer_rules_cluster.kubernetes):
        errors += part(root)
    return errors
